<#-- Copyright the Keycloak MSP MFA authors
     SPDX-License-Identifier: Apache-2.0

     A code that was sent by io.mspmfa.providers.email. text/msp-mfa-code.ftl says the same. -->
<#-- Of our texts, which are not in the user's language if there are none of ours. -->
<#assign ltrText = msg("mspMfaTextDirection") == "ltr">
<#assign font = "font-family:-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif;">
<!DOCTYPE html>
<html lang="${msg("mspMfaLanguage")}" dir="${msg("mspMfaTextDirection")}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${msg("mspMfaMailCodeTitle")}</title>
<style>
:root { color-scheme: light dark; supported-color-schemes: light dark; }
@media (prefers-color-scheme: dark) {
.page { background: #15171a !important; }
.card { background: #1f2226 !important; border-color: #3a3d42 !important; }
.text { color: #f0f0f0 !important; }
.muted { color: #b4b7bd !important; }
.line { border-color: #3a3d42 !important; }
.code { background: #2a2e33 !important; border-color: #3a3d42 !important; }
}
</style>
</head>
<body class="page" style="margin:0;padding:0;background:#f2f4f7;${font}">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" class="page" style="background:#f2f4f7;">
<tr>
<td align="center" style="padding:24px 12px;">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" class="card" style="max-width:560px;background:#ffffff;border:1px solid #d2d2d2;border-radius:8px;text-align:${ltrText?then('left','right')};${font}">
<tr>
<td style="padding:28px 28px 0 28px;">
<p class="muted" style="margin:0 0 8px 0;font-size:14px;line-height:20px;color:#5c6066;">${mspMfa.organisation}</p>
<h1 class="text" style="margin:0 0 12px 0;font-size:22px;line-height:28px;font-weight:600;color:#1f2125;">${msg("mspMfaMailCodeTitle")}</h1>
<p class="text" style="margin:0 0 16px 0;font-size:16px;line-height:24px;color:#1f2125;">${msg("mspMfaMailCodeWhat", mspMfa.organisation, mspMfa.minutes?c)}</p>
</td>
</tr>
<tr>
<td style="padding:0 28px;">
<p class="code text" dir="ltr" style="margin:0;padding:16px;background:#f2f4f7;border:1px solid #d2d2d2;border-radius:6px;text-align:center;font-family:Consolas,Menlo,monospace;font-size:30px;line-height:36px;letter-spacing:4px;color:#1f2125;">${mspMfa.code}</p>
</td>
</tr>
<tr>
<td style="padding:20px 28px 28px 28px;">
<p class="text" style="margin:0 0 12px 0;font-size:15px;line-height:22px;color:#1f2125;">${msg("mspMfaMailCodeNever")}</p>
<p class="muted" style="margin:0;font-size:13px;line-height:19px;color:#5c6066;">${msg("mspMfaMailCodeNotYou")}</p>
<p class="muted" dir="ltr" style="margin:16px 0 0 0;font-size:12px;line-height:18px;color:#5c6066;">@${mspMfa.host} #${mspMfa.code}</p>
</td>
</tr>
</table>
</td>
</tr>
</table>
</body>
</html>
