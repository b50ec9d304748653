<#-- Copyright the Keycloak MSP MFA authors
     SPDX-License-Identifier: Apache-2.0

     The e-mail of io.mspmfa.providers.notifications. FreeMarker escapes everything that people have typed. text/msp-mfa-notice.ftl says the same. -->
<#import "msp-mfa-mail.ftl" as mail>
<#assign start = mail.start(mail.textDirection)>
<#macro row label value>
<tr>
<th scope="row" align="${start}" valign="top" class="muted" style="padding:${(start == "left")?then("6px 12px 6px 0", "6px 0 6px 12px")};font-weight:normal;font-size:14px;line-height:20px;color:#5c6066;white-space:nowrap;">${label}</th>
<td valign="top" class="text" style="padding:6px 0;font-size:14px;line-height:20px;color:#1f2125;word-break:break-word;"><span dir="auto">${value}</span></td>
</tr>
</#macro>
<@mail.frame title=msg("mspMfaMailTitle" + mspMfa.notice)>
<tr>
<td style="padding:28px 28px 0 28px;">
<#if !mail.brand.name??>
<p class="muted" style="margin:0 0 8px 0;font-size:14px;line-height:20px;color:#5c6066;"><span dir="auto">${mspMfa.organisation}</span></p>
</#if>
<h1 class="text" style="margin:0 0 12px 0;font-size:22px;line-height:28px;font-weight:600;color:#1f2125;">${msg("mspMfaMailTitle" + mspMfa.notice)}</h1>
<#if mspMfa.notice == "BackupCodesLow">
<p class="text" style="margin:0 0 12px 0;font-size:16px;line-height:24px;color:#1f2125;"><#if mspMfa.codesLeft == 0>${msg("mspMfaLeftNone")}<#elseif mspMfa.codesLeft == 1>${msg("mspMfaLeftOne")}<#else>${msg("mspMfaLeft", mspMfa.codesLeft?c)}</#if></p>
</#if>
<p class="text" style="margin:0 0 16px 0;font-size:16px;line-height:24px;color:#1f2125;">${msg("mspMfaMailWhat" + mspMfa.notice)}</p>
</td>
</tr>
<tr>
<td style="padding:0 28px;">
<table width="100%" cellpadding="0" cellspacing="0" border="0" class="line" style="border-top:1px solid #d2d2d2;border-bottom:1px solid #d2d2d2;${mail.font}">
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
<td class="warning" style="padding:14px 16px;background:#fdf5e3;border-${start}:4px solid #8a5a00;border-radius:4px;${mail.font}">
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
</@mail.frame>
