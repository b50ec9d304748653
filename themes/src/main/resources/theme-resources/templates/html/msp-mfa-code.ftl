<#-- Copyright the Keycloak MSP MFA authors
     SPDX-License-Identifier: Apache-2.0

     A code that was sent by io.mspmfa.providers.email. text/msp-mfa-code.ftl says the same. -->
<#import "msp-mfa-mail.ftl" as mail>
<@mail.frame title=msg("mspMfaMailCodeTitle")>
<tr>
<td style="padding:28px 28px 0 28px;">
<#if !mail.brand.name??>
<p class="muted" style="margin:0 0 8px 0;font-size:14px;line-height:20px;color:#5c6066;"><span dir="auto">${mspMfa.organisation}</span></p>
</#if>
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
</@mail.frame>
