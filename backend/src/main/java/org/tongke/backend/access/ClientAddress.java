package org.tongke.backend.access;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/** The network address of whoever asks, behind proxies of our own. */
final class ClientAddress {
    private static final String FORWARDED = "X-Forwarded-For";
    /** An address in figures: such a one is read without asking anybody for names. */
    private static final Pattern NUMERIC = Pattern.compile("[0-9a-fA-F:.]{2,45}");

    private ClientAddress() {}

    /**
     * Where a request came from: what the last proxy saw, if it came from a neighbour, as proxies and our own pages are; else its own
     * address, as anybody can write the header. What stands before the header's last entry may have been sent by anybody as well.
     */
    static String of(HttpServletRequest request) {
        var near = request.getRemoteAddr();
        return Optional.ofNullable(request.getHeader(FORWARDED))
                .filter(header -> isNeighbour(near))
                .map(header -> header.substring(header.lastIndexOf(',') + 1).strip())
                .filter(seen -> NUMERIC.matcher(seen).matches())
                .orElse(near);
    }

    private static boolean isNeighbour(String address) {
        if (!NUMERIC.matcher(address).matches()) {
            return false;
        }
        try {
            var parsed = InetAddress.getByName(address);
            return parsed.isLoopbackAddress() || parsed.isSiteLocalAddress() || isUniqueLocal(parsed.getAddress());
        } catch (UnknownHostException noAddress) {
            return false;
        }
    }

    /** Addresses of private networks in IPv6, fc00::/7. */
    private static boolean isUniqueLocal(byte[] address) {
        return address.length == 16 && (address[0] & 0xfe) == 0xfc;
    }
}
