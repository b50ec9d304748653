// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
import "@testing-library/jest-dom/vitest";
