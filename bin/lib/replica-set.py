"""Makes the mongod on 127.0.0.1:PORT the primary of a replica set of one, and returns when it takes writes.

Speaks MongoDB's wire protocol (OP_MSG) with the standard library alone, so no shell and no driver has to be installed.
Repeatable; also mends the set after its port has changed.
"""

import socket
import struct
import sys
import time


def bson(value):
    """BSON of a dict: (type byte, bytes) of every kind of value used below."""
    if isinstance(value, bool):
        return b"\x08", bytes([value])
    if isinstance(value, int):
        return b"\x10", struct.pack("<i", value)
    if isinstance(value, str):
        text = value.encode() + b"\0"
        return b"\x02", struct.pack("<i", len(text)) + text
    pairs = value.items() if isinstance(value, dict) else ((str(i), v) for i, v in enumerate(value))
    body = b""
    for key, item in pairs:
        kind, content = bson(item)
        body += kind + key.encode() + b"\0" + content
    return b"\x03" if isinstance(value, dict) else b"\x04", struct.pack("<i", len(body) + 5) + body + b"\0"


def command(port, **fields):
    """Sends one command to the admin database and returns the answer's raw BSON."""
    content = struct.pack("<IB", 0, 0) + bson({**fields, "$db": "admin"})[1]
    with socket.create_connection(("127.0.0.1", port), timeout=5) as connection:
        connection.sendall(struct.pack("<iiii", 16 + len(content), 1, 0, 2013) + content)
        stream = connection.makefile("rb")
        length = struct.unpack("<i", stream.read(4))[0]
        return stream.read(length - 4)


def main(port, seconds):
    config = {"_id": "rs0", "version": 1, "protocolVersion": 1, "members": [{"_id": 0, "host": f"127.0.0.1:{port}"}]}
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        try:
            hello = command(port, hello=1)
            if b"\x08isWritablePrimary\0\x01" in hello:
                return 0
            if b"\x02setName\0" not in hello:
                # Refused harmlessly once there is a set; one that knows this server by another port is told the new one.
                if b"AlreadyInitialized" in command(port, replSetInitiate=config):
                    command(port, replSetReconfig=config, force=True)
        except OSError:
            pass  # not listening yet
        time.sleep(0.1)
    return 1


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]), float(sys.argv[2])))
