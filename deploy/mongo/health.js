// Health check of the replica set's only member. Healthy is: takes writes. The first one that finds no replica set initiates it.
const admin = connect("mongodb://127.0.0.1:27017/admin?directConnection=true");
admin.auth(process.env.MONGO_INITDB_ROOT_USERNAME, process.env.MONGO_INITDB_ROOT_PASSWORD);
const hello = admin.hello();
// While the image prepares its data folder a server without --replSet listens here, and initiating fails: not healthy yet.
if (!hello.setName) {
  admin.adminCommand({ replSetInitiate: { _id: "rs0", members: [{ _id: 0, host: "mongo:27017" }] } });
}
quit(hello.isWritablePrimary && hello.setName ? 0 : 1);
