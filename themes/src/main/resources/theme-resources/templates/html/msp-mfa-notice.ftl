<#-- Copyright the Keycloak MSP MFA authors
     SPDX-License-Identifier: Apache-2.0

     The e-mail of io.mspmfa.providers.notifications. E-mail programs support little CSS, hence tables and inline styles; the style sheet is
     only for dark mode. FreeMarker escapes everything that people have typed. text/msp-mfa-notice.ftl says the same. -->
<#-- Of our texts, which are not in the user's language if there are none of ours. -->
<#assign ltrText = msg("mspMfaTextDirection") == "ltr">
<#assign font = "font-family:-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif;">
<#macro row label value>
<tr>
<th scope="row" align="${ltrText?then('left','right')}" valign="top" class="muted" style="padding:6px 12px 6px 0;font-weight:normal;font-size:14px;line-height:20px;color:#5c6066;white-space:nowrap;">${label}</th>
<td valign="top" class="text" style="padding:6px 0;font-size:14px;line-height:20px;color:#1f2125;word-break:break-word;">${value}</td>
</tr>
</#macro>
<!DOCTYPE html>
<html lang="${msg("mspMfaLanguage")}" dir="${msg("mspMfaTextDirection")}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${msg("mspMfaMailTitle" + mspMfa.notice)}</title>
<style>
:root { color-scheme: light dark; supported-color-schemes: light dark; }
@media (prefers-color-scheme: dark) {
.page { background: #15171a !important; }
.card { background: #1f2226 !important; border-color: #3a3d42 !important; }
.text { color: #f0f0f0 !important; }
.muted { color: #b4b7bd !important; }
.line { border-color: #3a3d42 !important; }
.warning { background: #352b14 !important; border-color: #f4b942 !important; }
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
<h1 class="text" style="margin:0 0 12px 0;font-size:22px;line-height:28px;font-weight:600;color:#1f2125;">${msg("mspMfaMailTitle" + mspMfa.notice)}</h1>
<#if mspMfa.notice == "BackupCodesLow">
<p class="text" style="margin:0 0 12px 0;font-size:16px;line-height:24px;color:#1f2125;"><#if mspMfa.codesLeft == 0>${msg("mspMfaLeftNone")}<#elseif mspMfa.codesLeft == 1>${msg("mspMfaLeftOne")}<#else>${msg("mspMfaLeft", mspMfa.codesLeft?c)}</#if></p>
</#if>
<p class="text" style="margin:0 0 16px 0;font-size:16px;line-height:24px;color:#1f2125;">${msg("mspMfaMailWhat" + mspMfa.notice)}</p>
</td>
</tr>
<tr>
<td style="padding:0 28px;">
<table width="100%" cellpadding="0" cellspacing="0" border="0" class="line" style="border-top:1px solid #d2d2d2;border-bottom:1px solid #d2d2d2;${font}">
<@row msg("mspMfaMailAccount") mspMfa.account/>
<@row msg("mspMfaMailOrganisation") mspMfa.organisation/>
<#if mspMfa.factor??>
<@row msg("mspMfaMailFactor") msg(mspMfa.factor)/>
</#if>
<#if mspMfa.providers?has_content>
<@row msg((mspMfa.notice == "FactorsReset")?then("mspMfaMailUnlinked", "mspMfaMailProvider")) mspMfa.providers/>
</#if>
<@row msg("mspMfaMailWhen") mspMfa.when/>
<#if mspMfa.administrator>
<@row msg("mspMfaMailBy") msg("mspMfaMailByAdministrator")/>
</#if>
<#if mspMfa.address??>
<@row msg("mspMfaMailFrom") mspMfa.address/>
</#if>
<#if mspMfa.browser??>
<@row msg("mspMfaMailBrowser") mspMfa.browser/>
</#if>
</table>
</td>
</tr>
<tr>
<td style="padding:20px 28px 0 28px;">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0">
<tr>
<td class="warning" style="padding:14px 16px;background:#fdf5e3;border-${ltrText?then('left','right')}:4px solid #8a5a00;border-radius:4px;${font}">
<h2 class="text" style="margin:0 0 6px 0;font-size:16px;line-height:22px;font-weight:600;color:#1f2125;">${msg(mspMfa.administrator?then("mspMfaMailNotAsked", "mspMfaMailNotYou"))}</h2>
<p class="text" style="margin:0 0 6px 0;font-size:15px;line-height:22px;color:#1f2125;">${msg("mspMfaMailPassword")}</p>
<p class="text" style="margin:0;font-size:15px;line-height:22px;color:#1f2125;"><#if mspMfa.contact?has_content>${msg("mspMfaMailContact", mspMfa.contact)}<#else>${msg("mspMfaMailContactAdministrator", mspMfa.organisation)}</#if></p>
</td>
</tr>
</table>
</td>
</tr>
<tr>
<td style="padding:16px 28px 28px 28px;">
<p class="muted" style="margin:0;font-size:13px;line-height:19px;color:#5c6066;">${msg("mspMfaMailNever")}</p>
</td>
</tr>
</table>
</td>
</tr>
</table>
</body>
</html>
