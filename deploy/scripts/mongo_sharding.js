// Spreads current reports and history over shards, the stations of a region on the shard of that region. For mongosh, connected to
// a mongos as an administrator; may be run again at any time.
//
// usage: mongosh "$MONGOS_URI" --file deploy/scripts/mongo_sharding.js
//
// The database and the shards of the zones are set before it is loaded, or these hold:
//   mongosh "$MONGOS_URI" --eval 'var DATABASE = "aviation_weather"; var SHARDS = { "US-EAST": "shard0000" }' --file …
//
// The key is the id of a document, for every question of the service is for a range of ids: source, product, station, time. Indexes
// need no script: the service makes them when it starts. Accounts stay on one shard, since an e-mail address must be unique.
"use strict";
(() => {
  const database = typeof DATABASE === "undefined" ? "aviation_weather" : DATABASE;
  const shards = typeof SHARDS === "undefined"
    ? { "US-EAST": "shard0000", "US-WEST": "shard0001", "EUROPE": "shard0002" }
    : SHARDS;
  // First letters of location indicators (ICAO Doc 7910) by zone; together they are the whole alphabet, and digits come first.
  const zones = {
    "US-EAST": "0123456789CIJKMQSTX",
    "US-WEST": "ANPRVWYZ",
    "EUROPE": "BDEFGHLOU",
  };
  const sources = ["live"];
  const products = ["metar", "taf"];

  sh.enableSharding(database);
  for (const collection of ["weather_data", "weather_history"]) {
    const name = `${database}.${collection}`;
    sh.shardCollection(name, { _id: 1 });
    for (const [zone, letters] of Object.entries(zones)) {
      if (shards[zone] === undefined) continue;
      sh.addShardToZone(shards[zone], zone);
      for (const source of sources) {
        for (const product of products) {
          for (const letter of letters) {
            const from = `${source}|${product}|${letter}`;
            const to = from.slice(0, -1) + String.fromCharCode(letter.charCodeAt(0) + 1);
            sh.updateZoneKeyRange(name, { _id: from }, { _id: to }, zone);
          }
        }
      }
    }
  }
  // Written by whoever logs in, read by id: spread evenly.
  sh.shardCollection(`${database}.sessions`, { _id: "hashed" });
  print("sharding is set; the balancer moves what lies elsewhere");
})();
