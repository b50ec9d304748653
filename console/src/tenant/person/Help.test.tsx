// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { http, HttpResponse } from "msw";
import { setupServer } from "msw/node";
import { afterAll, afterEach, beforeAll, expect, it, vi } from "vitest";
import { user } from "../../test/fixtures";
import { show } from "../../test/render";
import { Help } from "./Help";

const RESET = `http://server.test/admin/realms/acme/msp-mfa/users/${user.id}/reset`;
const server = setupServer();

beforeAll(() => server.listen({ onUnhandledRequest: "error" }));
afterEach(() => server.resetHandlers());
afterAll(() => server.close());

async function ask() {
  await userEvent.click(screen.getByRole("button", { name: "Reset all factors" }));
  return within(await screen.findByRole("dialog"));
}

it("resets nobody without a reason", async () => {
  show(<Help realm="acme" managed user={user} changed={() => Promise.resolve()} />);
  const dialog = await ask();
  await userEvent.click(dialog.getByRole("button", { name: "Reset all factors" }));
  expect(await dialog.findByText("Enter a reason.")).toBeVisible();
});

it("resets once, with the reason, however often one clicks", async () => {
  const bodies: unknown[] = [];
  server.use(
    http.post(RESET, async ({ request }) => {
      bodies.push(await request.json());
      return new HttpResponse(null, { status: 204 });
    }),
  );
  const changed = vi.fn(() => Promise.resolve());
  show(<Help realm="acme" managed user={user} changed={changed} />);
  const dialog = await ask();
  await userEvent.type(dialog.getByLabelText(/Reason/), "Phone lost");
  await userEvent.dblClick(dialog.getByRole("button", { name: "Reset all factors" }));
  expect(await screen.findByText(/alice was reset/)).toBeVisible();
  expect(bodies).toEqual([{ reason: "Phone lost", identityProviders: "remove" }]);
  await waitFor(() => expect(changed).toHaveBeenCalledOnce());
});

it("says in a sentence what the server refuses, and keeps the question open", async () => {
  server.use(http.post(RESET, () => HttpResponse.json({ error: "not_oneself", errorMessage: "…", params: {}, fields: [] }, { status: 403 })));
  show(<Help realm="acme" managed user={user} changed={() => Promise.resolve()} />);
  const dialog = await ask();
  await userEvent.type(dialog.getByLabelText(/Reason/), "Test");
  await userEvent.click(dialog.getByRole("button", { name: "Reset all factors" }));
  expect(await dialog.findByText(/You can't do this for your own account/)).toBeVisible();
});

it("unlocks who is locked, and offers it to nobody else", async () => {
  let calls = 0;
  server.use(
    http.delete(`http://server.test/admin/realms/acme/msp-mfa/users/${user.id}/lock`, () => {
      calls++;
      return new HttpResponse(null, { status: 204 });
    }),
  );
  const { unmount } = show(<Help realm="acme" managed user={user} changed={() => Promise.resolve()} />);
  expect(screen.queryByRole("button", { name: "Unlock" })).toBeNull();
  unmount();
  const changed = vi.fn(() => Promise.resolve());
  show(<Help realm="acme" managed user={{ ...user, locked: true }} changed={changed} />);
  await userEvent.click(screen.getByRole("button", { name: "Unlock" }));
  await waitFor(() => expect(changed).toHaveBeenCalledOnce());
  expect(calls).toBe(1);
});

it("makes no link where the realm is not managed", () => {
  const open = { ...user, enrolled: false };
  const { unmount } = show(<Help realm="acme" managed user={open} changed={() => Promise.resolve()} />);
  expect(screen.getByRole("button", { name: "Enrolment link" })).toBeEnabled();
  unmount();
  show(<Help realm="acme" managed={false} user={open} changed={() => Promise.resolve()} />);
  expect(screen.getByRole("button", { name: "Enrolment link" })).toBeDisabled();
  expect(screen.getByRole("button", { name: "Reset all factors" })).toBeEnabled();
});
