// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { http, HttpResponse } from "msw";
import { setupServer } from "msw/node";
import { afterAll, afterEach, beforeAll, expect, it, vi } from "vitest";
import { tenant } from "../test/fixtures";
import { show } from "../test/render";
import Enforce from "./Enforce";

const FLOOR = "http://server.test/admin/realms/master/msp-mfa/tenants/floor";
const totals = { tenants: 60, refused: 1, usersAffected: 1234, mustEnrol: 99, blockedServiceAccounts: 0, withoutUsableMethod: 0 };
const server = setupServer(http.post(`${FLOOR}/preview`, () => HttpResponse.json({ totals, items: [], failed: [] })));

beforeAll(() => server.listen({ onUnhandledRequest: "error" }));
afterEach(() => server.resetHandlers());
afterAll(() => server.close());

const sixty = Array.from({ length: 60 }, (_tenant, index) => ({ ...tenant, realm: `t${index}`, displayName: `Tenant ${index}` }));

type Sent = { realms: string[]; floor: unknown };

it("says what it would change, does it 25 at a time, and what failed doesn't hold up the rest", async () => {
  const sent: Sent[] = [];
  server.use(
    http.put(FLOOR, async ({ request }) => {
      const body = (await request.json()) as Sent;
      expect(new URL(request.url).searchParams.get("merge")).toBe("true");
      sent.push(body);
      if (sent.length === 2) return new HttpResponse(null, { status: 500 });
      return HttpResponse.json({ done: body.realms.slice(1), failed: [{ realm: body.realms[0], error: "locks_out_admins" }] });
    }),
  );
  const over = vi.fn();
  show(<Enforce tenants={sixty} close={() => undefined} over={over} />);
  expect(await screen.findByText("1,234")).toBeVisible();
  await userEvent.click(screen.getByRole("button", { name: "Enforce in 60 tenants" }));
  await waitFor(() => expect(over).toHaveBeenCalledOnce());
  expect(sent.map(({ realms }) => realms.length)).toEqual([25, 25, 10]);
  expect(sent[0]?.floor).toEqual({ mode: "required" });
  expect(screen.getByText("33 done, 27 failed")).toBeVisible();
  const results = within(screen.getByRole("list", { name: "Result for each tenant" }));
  expect(results.getAllByRole("listitem")[0]).toHaveTextContent("Tenant 0");
});

it("tries again what failed, and nothing else", async () => {
  const sent: string[][] = [];
  server.use(
    http.put(FLOOR, async ({ request }) => {
      const { realms } = (await request.json()) as Sent;
      sent.push(realms);
      if (sent.length === 2) return HttpResponse.error();
      return HttpResponse.json({ done: realms.slice(1), failed: sent.length === 1 ? [{ realm: realms[0], error: "failed" }] : [] });
    }),
  );
  show(<Enforce tenants={sixty} close={() => undefined} over={() => undefined} />);
  await userEvent.click(screen.getByRole("button", { name: "Enforce in 60 tenants" }));
  await userEvent.click(await screen.findByRole("button", { name: "Try 26 again" }));
  expect(await screen.findByText("60 done, 0 failed")).toBeVisible();
  expect(sent.slice(3).flat()).toEqual(["t0", ...sixty.slice(25, 50).map(({ realm }) => realm)]);
  expect(screen.queryByRole("button", { name: /again/ })).toBeNull();
});

it("leaves out tenants that the caller may only view, and names days of grace if they are given", async () => {
  const sent: Sent[] = [];
  server.use(
    http.put(FLOOR, async ({ request }) => {
      sent.push((await request.json()) as Sent);
      return HttpResponse.json({ done: ["acme"], failed: [] });
    }),
  );
  show(<Enforce tenants={[tenant, { ...tenant, realm: "globex", may: "view" }]} close={() => undefined} over={() => undefined} />);
  await userEvent.type(screen.getByLabelText("Days of grace"), "7");
  await userEvent.click(screen.getByRole("button", { name: "Enforce in 1 tenant" }));
  await waitFor(() => expect(sent).toEqual([{ realms: ["acme"], floor: { mode: "required", graceDays: 7 } }]));
});
