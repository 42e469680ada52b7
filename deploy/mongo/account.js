// Run once, when the data folder is new: the backend's own account, with rights on its own database only.
db.getSiblingDB("tongke").createUser({
  user: "tongke",
  pwd: process.env.TONGKE_MONGO_PASSWORD,
  roles: [{ role: "readWrite", db: "tongke" }],
});
