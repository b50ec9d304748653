// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
import { expect, it } from "vitest";
import { records, rows } from "./csv";

it("reads quoted cells, either separator, and any line end", () => {
  expect(rows('user,action,reason\r\nalice,reset,"Lost, ""really"" lost"\n\nbob,require\n')).toEqual([
    ["user", "action", "reason"],
    ["alice", "reset", 'Lost, "really" lost'],
    ["bob", "require"],
  ]);
  expect(rows("user;action\nalice;link")).toEqual([["user", "action"], ["alice", "link"]]);
});

it("names cells by the first row, with or without a byte-order mark", () => {
  expect(records("\uFEFFline,user,result\n2,alice,done\n3,nobody")).toEqual([
    { line: "2", user: "alice", result: "done" },
    { line: "3", user: "nobody", result: "" },
  ]);
  expect(records("")).toEqual([]);
});

it("reads ten thousand lines in no time", () => {
  expect(records("user,action\n" + "alice,require\n".repeat(10_000))).toHaveLength(10_000);
});
