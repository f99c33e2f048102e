// Runs once, when the database is new: the user of the service may read and write its own database and nothing else.
const fs = require("fs");
const name = process.env.MONGO_INITDB_DATABASE;
db.getSiblingDB(name).createUser({
  user: "service",
  pwd: fs.readFileSync("/run/secrets/mongo_app_password", "utf8").trim(),
  roles: [{ role: "readWrite", db: name }],
});
// For the exporter: it sees counts and states, no documents.
db.getSiblingDB("admin").createUser({
  user: "exporter",
  pwd: fs.readFileSync("/run/secrets/mongo_app_password", "utf8").trim(),
  roles: [{ role: "clusterMonitor", db: "admin" }, { role: "read", db: "local" }],
});
