// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
import createClient from "openapi-fetch";
import { environment } from "../environment";
import { language } from "../i18n";
import { signInAgain, token } from "../session";
import { Problem } from "./problem";
import type { paths } from "./schema";

export const api = createClient<paths>({
  baseUrl: environment.adminBaseUrl,
  // Looked up at each call, so that tests can stand in for the server.
  fetch: (request) => globalThis.fetch(request),
});

api.use({
  async onRequest({ request }) {
    request.headers.set("Authorization", `Bearer ${await token()}`);
    request.headers.set("Accept-Language", language());
    return request;
  },
});

type Answer<T> = { data?: T; error?: unknown; response: Response };

/** The body of a good answer; anything else is thrown as a Problem. */
export async function answer<T>(call: Promise<Answer<T>>): Promise<T> {
  return (await answerWithTag(call)).body;
}

/** The same with the ETag, for those who write back what they have read. */
export async function answerWithTag<T>(call: Promise<Answer<T>>): Promise<{ body: T; tag: string | null }> {
  const { data, error, response } = await reached(call);
  if (response.ok) return { body: data as T, tag: response.headers.get("ETag") };
  if (response.status === 401) return signInAgain();
  throw Problem.from(response.status, error);
}

/** Fetches a file with the token, which a plain link could not send. */
export async function file(path: string): Promise<Blob> {
  return (await plain(environment.adminBaseUrl + path, { headers: { Accept: "text/csv" } })).blob();
}

/** The text that a call answers which is not JSON. */
export async function answerText(address: string, how: { method: string; body: string; headers: Record<string, string> }): Promise<string> {
  return (await plain(address, how)).text();
}

async function plain(address: string, { headers, ...how }: { headers: Record<string, string>; method?: string; body?: string }): Promise<Response> {
  const all = { ...headers, Authorization: `Bearer ${await token()}`, "Accept-Language": language() };
  const response = await reached(fetch(address, { ...how, headers: all }));
  if (response.status === 401) return signInAgain();
  if (!response.ok) throw Problem.from(response.status, await response.json().catch(() => null));
  return response;
}

async function reached<T>(call: Promise<T>): Promise<T> {
  try {
    return await call;
  } catch (thrown) {
    throw Problem.of(thrown);
  }
}
