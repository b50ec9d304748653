// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
import { readFileSync } from "node:fs";
import addFormats from "ajv-formats";
import Ajv2020 from "ajv/dist/2020";
import { parse } from "yaml";

type Description = { components: { schemas: Record<string, unknown> } };

/** The API's description, as the types are made from it. */
export const openapi = parse(readFileSync("../docs/openapi.yaml", "utf8")) as Description;

const ajv = new Ajv2020({ strict: false, allErrors: true });
addFormats(ajv);
ajv.addSchema(openapi, "openapi.yaml");

/** What is wrong with a value by a schema of the description; null if nothing is. */
export function faults(schema: string, value: unknown): string | null {
  const validate = ajv.getSchema(`openapi.yaml#/components/schemas/${schema}`);
  if (!validate) throw new Error(`There is no schema ${schema}`);
  return validate(value) ? null : ajv.errorsText(validate.errors);
}
