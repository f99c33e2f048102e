// Makes the replica set, or leaves it as it is, and ends when it has a primary.
const fs = require("fs");
const password = fs.readFileSync("/run/secrets/mongo_root_password", "utf8").trim();
const members = ["mongodb", "mongodb-2", "mongodb-3"];
const connection = new Mongo(
  `mongodb://root:${encodeURIComponent(password)}@${members[0]}:27017/admin?directConnection=true`,
);
const admin = connection.getDB("admin");
try {
  const made = admin.runCommand({
    replSetInitiate: {
      _id: "rs0",
      // The first is preferred: it is the one that the users were made in.
      members: members.map((host, _id) => ({
        _id,
        host: `${host}:27017`,
        priority: _id === 0 ? 2 : 1,
      })),
    },
  });
  print(made.ok ? "the replica set is made" : tojson(made));
} catch (error) {
  if (error.codeName !== "AlreadyInitialized") throw error;
  print("the replica set is there");
}
for (let second = 0; second < 60; second++) {
  const { members: states = [] } = admin.runCommand({ replSetGetStatus: 1 });
  if (states.some((member) => member.stateStr === "PRIMARY")) {
    print(states.map((member) => `${member.name} ${member.stateStr}`).join(", "));
    quit(0);
  }
  sleep(1000);
}
print("no primary within a minute");
quit(1);
