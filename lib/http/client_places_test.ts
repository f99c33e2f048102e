import assert from "node:assert/strict";
import { clientNetwork } from "./client_address.ts";
import { ClientPlaces } from "./client_places.ts";

const NETWORKS = [
  { address: "192.0.2.7", is: "192.0.2.7" },
  { address: "::ffff:192.0.2.7", is: "192.0.2.7" },
  { address: "2001:db8::7", is: "2001:db8:0:0" },
  { address: "2001:0DB8:0:0:1::7", is: "2001:db8:0:0" },
  { address: "2001:db8:0:1::7", is: "2001:db8:0:1" },
  { address: "::1", is: "0:0:0:0" },
];
for (const { address, is } of NETWORKS) {
  Deno.test(`the client at ${address} is ${is}`, () => assert.equal(clientNetwork(address), is));
}

Deno.test("a client has its places and no more, and gives each back once", () => {
  const places = new ClientPlaces(2);
  const [first, second] = [places.take("192.0.2.7"), places.take("192.0.2.7")];
  assert.ok(first !== null && second !== null);
  assert.equal(places.take("192.0.2.7"), null);
  assert.ok(places.take("192.0.2.8") !== null, "another client has its own");
  first();
  first();
  assert.ok(places.take("192.0.2.7") !== null);
  assert.equal(places.take("192.0.2.7"), null);
});

Deno.test("who is not known is not counted", () => {
  const places = new ClientPlaces(1);
  for (let i = 0; i < 3; i++) assert.ok(places.take("") !== null);
});
