// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
import QRCode from "qrcode";
import { useMemo } from "react";

type Props = { text: string; label: string };

// Four modules of white around it, so that every camera finds it, also in the dark mode.
const QUIET = 4;

/** A QR code as one path: no image, no markup from a string. Low correction makes the fewest modules. */
export function Qr({ text, label }: Props) {
  const { size, path } = useMemo(() => draw(text), [text]);
  return (
    <svg role="img" aria-label={label} className="mfa-qr" viewBox={`0 0 ${size} ${size}`} shapeRendering="crispEdges">
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}

export function draw(text: string): { size: number; path: string } {
  const { modules } = QRCode.create(text, { errorCorrectionLevel: "L" });
  let path = "";
  for (let row = 0; row < modules.size; row++)
    for (let column = 0; column < modules.size; column++) if (modules.get(row, column)) path += `M${column + QUIET} ${row + QUIET}h1v1h-1z`;
  return { size: modules.size + 2 * QUIET, path };
}
