<#-- Copyright the Keycloak MSP MFA authors
     SPDX-License-Identifier: Apache-2.0

     The frame of our mails, and of Keycloak's under the theme msp. E-mail programs support little CSS, hence tables and inline styles; the
     style sheet is for dark mode and links. mspBrand is what io.mspmfa.providers.branding shows of the realm's brand. -->
<#assign brand = mspBrand!{}>
<#assign font = "font-family:-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif;">
<#assign accent = brand.accent!"#0066cc">
<#assign onAccent = brand.onAccent!"#ffffff">
<#assign accentDark = brand.accentDark!"#92c5f9">
<#assign onAccentDark = brand.onAccentDark!"#000000">
<#-- Of our texts, which are not in the user's language if there are none of ours. -->
<#assign textLanguage = msg("mspMfaLanguage")>
<#assign textDirection = msg("mspMfaTextDirection")>
<#macro frame title language=textLanguage direction=textDirection>
<!DOCTYPE html>
<html lang="${language}" dir="${direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${title}</title>
<style>
:root { color-scheme: light dark; supported-color-schemes: light dark; }
.body a { color: ${accent}; }
.body p { margin: 0 0 16px 0; }
@media (prefers-color-scheme: dark) {
.page { background: #15171a !important; }
.card { background: #1f2226 !important; border-color: #3a3d42 !important; }
.text { color: #f0f0f0 !important; }
.muted { color: #b4b7bd !important; }
.line { border-color: #3a3d42 !important; }
.warning { background: #352b14 !important; border-color: #f4b942 !important; }
.code { background: #2a2e33 !important; border-color: #3a3d42 !important; }
.edge { border-top-color: ${accentDark} !important; }
.body a { color: ${accentDark}; }
.button { background: ${accentDark} !important; }
.button a { color: ${onAccentDark} !important; }
.plate { background: #ffffff !important; padding: 8px !important; border-radius: 6px !important; }
.plate img { color: #1f2125 !important; }
.by-day { display: none !important; }
.by-night { display: block !important; max-height: none !important; }
}
</style>
</head>
<body class="page" style="margin:0;padding:0;background:#f2f4f7;${font}">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" class="page" style="background:#f2f4f7;">
<tr>
<td align="center" style="padding:24px 12px;">
<#if brand.name??><@head direction/></#if>
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" class="card<#if brand.accent??> edge</#if>" style="max-width:560px;background:#ffffff;border:1px solid #d2d2d2;<#if brand.accent??>border-top:4px solid ${accent};</#if>border-radius:8px;text-align:${start(direction)};${font}">
<#nested>
</table>
<#if hasFoot><@foot direction/></#if>
</td>
</tr>
</table>
</body>
</html>
</#macro>
<#function start direction>
<#return (direction == "ltr")?then("left", "right")>
</#function>
<#-- A logo without a twin for dark mode stays on white, for which it was drawn. -->
<#macro head direction>
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="max-width:560px;text-align:${start(direction)};${font}">
<tr>
<td style="padding:4px 29px 20px 29px;">
<#if brand.logo??>
<table role="presentation" cellpadding="0" cellspacing="0" border="0"><tr><td<#if !brand.logoDark??> class="plate"</#if>>
<@logo brand.logo brand.logoDark???then("by-day", "")/>
<#if brand.logoDark??>
<div class="by-night" style="display:none;max-height:0;overflow:hidden;mso-hide:all;">
<@logo brand.logoDark/>
</div>
</#if>
</td></tr></table>
<#else>
<p class="text" dir="auto" style="margin:0;font-size:20px;line-height:26px;font-weight:600;color:#1f2125;">${brand.name}</p>
</#if>
<#if brand.tenant??>
<p class="muted" dir="auto" style="margin:6px 0 0 0;font-size:14px;line-height:20px;color:#5c6066;">${brand.tenant}</p>
</#if>
</td>
</tr>
</table>
</#macro>
<#-- The attribute is for Outlook, which knows no greatest height; the font, for the name where images are blocked. -->
<#macro logo address class="">
<img src="${address}" alt="${brand.name}" height="48" class="text<#if class?has_content> ${class}</#if>" style="display:block;width:auto;height:auto;max-width:100%;max-height:48px;border:0;font-size:20px;line-height:26px;font-weight:600;color:#1f2125;">
</#macro>
<#assign hasLinks = brand.supportLink?? || brand.imprint?? || brand.privacy??>
<#assign hasFoot = hasLinks || brand.supportContact??>
<#macro foot direction>
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="max-width:560px;text-align:${start(direction)};${font}">
<tr>
<td style="padding:20px 29px 4px 29px;">
<#if brand.supportContact??>
<p class="muted" dir="auto" style="margin:0 0 8px 0;font-size:13px;line-height:19px;color:#5c6066;">${brand.supportContact}</p>
</#if>
<#if hasLinks>
<p class="muted" lang="${textLanguage}" style="margin:0;font-size:13px;line-height:24px;color:#5c6066;">
<@link brand.supportLink!"" "mspMfaBrandHelp"/>
<@link brand.imprint!"" "mspMfaBrandImprint"/>
<@link brand.privacy!"" "mspMfaBrandPrivacy"/>
</p>
</#if>
</td>
</tr>
</table>
</#macro>
<#macro link address label>
<#if address?has_content>
<a href="${address}" class="muted" style="color:#5c6066;text-decoration:underline;white-space:nowrap;">${msg(label)}</a>&nbsp;&nbsp;&nbsp;
</#if>
</#macro>
<#-- A paragraph that is only a link, as Keycloak's mails have, becomes a button. It may still be any link: its target stays as it is. -->
<#function withButtons body>
<#return body?markup_string?replace(
    r'<p>\s*<a href="([^"]*)"[^>]*>([^<]{1,80})</a>\s*</p>',
    '<table role="presentation" cellpadding="0" cellspacing="0" border="0" style="margin:0 0 16px 0;"><tr>'
    + '<td class="button" bgcolor="' + accent + '" style="background:' + accent + ';border-radius:6px;">'
    + '<a href="$1" style="display:inline-block;padding:12px 24px;font-weight:600;text-decoration:none;color:' + onAccent + ';">$2</a>'
    + '</td></tr></table>', 'r')?no_esc>
</#function>
