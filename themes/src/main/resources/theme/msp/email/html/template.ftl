<#-- Copyright the Keycloak MSP MFA authors
     SPDX-License-Identifier: Apache-2.0

     Replaces the frame of Keycloak's own mails (base/email/html/template.ftl of Keycloak 26.7.4). -->
<#import "msp-mfa-mail.ftl" as mail>
<#-- Keycloak takes the direction from the language's name, which mails have none of, so ltr is always true (26.7.4). -->
<#assign rtlLanguages = ["ar", "fa", "he", "ur"]>
<#assign direction = (ltr && !rtlLanguages?seq_contains(locale.language))?then("ltr", "rtl")>
<#macro emailLayout>
<#local body><#nested></#local>
<#-- Keycloak says what a mail is about since 26.7. -->
<@mail.frame title=(subject!realmName) language=locale.toLanguageTag() direction=direction>
<tr>
<td class="body text" style="padding:28px 28px 12px 28px;font-size:16px;line-height:24px;color:#1f2125;word-break:break-word;">
<#if !mail.brand.name??>
<p class="muted" style="margin:0 0 8px 0;font-size:14px;line-height:20px;color:#5c6066;">${realmName}</p>
</#if>
<#if subject??>
<h1 class="text" style="margin:0 0 12px 0;font-size:22px;line-height:28px;font-weight:600;color:#1f2125;">${subject}</h1>
</#if>
${mail.withButtons(body)}
</td>
</tr>
</@mail.frame>
</#macro>
