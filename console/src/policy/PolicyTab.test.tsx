// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { http, HttpResponse } from "msw";
import { setupServer } from "msw/node";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { policyView, preview } from "../test/fixtures";
import { show } from "../test/render";
import PolicyTab from "./PolicyTab";

const ROOT = "http://server.test/admin/realms/acme/msp-mfa";
const may = { view: true, manage: true, viewPolicy: true, policy: true, floor: true };
const server = setupServer(
  http.get(`${ROOT}/policy`, () => HttpResponse.json(policyView, { headers: { ETag: '"1"' } })),
  http.post(`${ROOT}/policy/preview`, () => HttpResponse.json(preview)),
);

beforeAll(() => server.listen({ onUnhandledRequest: "error" }));
afterEach(() => server.resetHandlers());
afterAll(() => server.close());

async function changeGrace(to: string) {
  const grace = await screen.findByLabelText("Days of grace");
  await userEvent.clear(grace);
  if (to) await userEvent.type(grace, to);
}

const finish = () => screen.getByRole("button", { name: "Finish" });

it("says what a change would do, and saves the whole floor under the tag that was read", async () => {
  const writes: { tag: string | null; body: unknown }[] = [];
  server.use(
    http.put(`${ROOT}/floor`, async ({ request }) => {
      writes.push({ tag: request.headers.get("If-Match"), body: await request.json() });
      return new HttpResponse(null, { status: 204 });
    }),
  );
  show(<PolicyTab realm="acme" may={may} reseller />);
  await changeGrace("3");
  expect(await screen.findByText("users must set up a second factor")).toBeVisible();
  expect(screen.getByText("nightly-report")).toBeVisible();
  await userEvent.click(finish());
  await waitFor(() => expect(writes).toEqual([{ tag: '"1"', body: { ...policyView.floor, graceDays: 3 } }]));
});

it.each(["31", ""])("doesn't save “%s” days, and says so at the field", async (days) => {
  show(<PolicyTab realm="acme" may={may} reseller />);
  await changeGrace(days);
  expect(await screen.findByText("Enter a whole number from 0 to 30.")).toBeVisible();
  expect(finish()).toBeDisabled();
});

it("shows at the field what the server would refuse", async () => {
  server.use(
    http.post(`${ROOT}/policy/preview`, () =>
      HttpResponse.json({ ...preview, refused: [{ field: "graceDays", message: "must be stricter", code: "weaker_than_floor", params: { floor: 7 } }] }),
    ),
  );
  show(<PolicyTab realm="acme" may={{ ...may, floor: false }} reseller={false} />);
  await changeGrace("9");
  expect(await screen.findByText("Must be at least as strict as the provider's: 7")).toBeVisible();
  expect(finish()).toBeDisabled();
});

it("asks which version holds if someone else was quicker, and saves mine over it under the new tag", async () => {
  const tags: (string | null)[] = [];
  server.use(
    http.put(`${ROOT}/floor`, ({ request }) => {
      tags.push(request.headers.get("If-Match"));
      server.use(http.get(`${ROOT}/policy`, () => HttpResponse.json(policyView, { headers: { ETag: '"2"' } })));
      const changed = { error: "changed_meanwhile", errorMessage: "Someone else has changed this.", params: {}, fields: [] };
      return tags.length === 1 ? HttpResponse.json(changed, { status: 412 }) : new HttpResponse(null, { status: 204 });
    }),
  );
  show(<PolicyTab realm="acme" may={may} reseller />);
  await changeGrace("3");
  await userEvent.click(finish());
  await userEvent.click(await within(await screen.findByRole("dialog")).findByRole("button", { name: "Keep mine and save over it" }));
  await waitFor(() => expect(tags).toEqual(['"1"', '"2"']));
});

it("a tenant sees what the provider has set, and can't change it", async () => {
  show(<PolicyTab realm="acme" may={{ ...may, floor: false }} reseller={false} />);
  expect(await screen.findByRole("radio", { name: /Required/ })).toBeDisabled();
  expect(screen.getAllByText("Set by your provider").length).toBeGreaterThan(0);
  expect(screen.getByText("Everybody")).toBeVisible();
});

it("keeps what was typed for the way through the login", async () => {
  const first = show(<PolicyTab realm="acme" may={may} reseller />);
  await changeGrace("3");
  first.unmount();
  show(<PolicyTab realm="acme" may={may} reseller />);
  expect(await screen.findByLabelText("Days of grace")).toHaveValue(3);
});

it("what was kept is saved under the tag that it is based on, so that nobody's changes are lost", async () => {
  const tags: (string | null)[] = [];
  const first = show(<PolicyTab realm="acme" may={may} reseller />);
  await changeGrace("3");
  first.unmount();
  server.use(
    http.get(`${ROOT}/policy`, () => HttpResponse.json({ ...policyView, floor: { mode: "required" } }, { headers: { ETag: '"2"' } })),
    http.put(`${ROOT}/floor`, ({ request }) => {
      tags.push(request.headers.get("If-Match"));
      return HttpResponse.json({ error: "changed_meanwhile", errorMessage: "…", params: {}, fields: [] }, { status: 412 });
    }),
  );
  show(<PolicyTab realm="acme" may={may} reseller />);
  expect(await screen.findByLabelText("Days of grace")).toHaveValue(3);
  await userEvent.click(finish());
  await userEvent.click(await within(await screen.findByRole("dialog")).findByRole("button", { name: "Load theirs, drop my changes" }));
  await waitFor(() => expect(screen.getByLabelText("Days of grace")).toHaveValue(0));
  expect(tags).toEqual(['"1"']);
});
