<#ftl output_format="plainText">
<#-- Copyright the Keycloak MSP MFA authors
     SPDX-License-Identifier: Apache-2.0

     What text mails show of the brand; html/msp-mfa-mail.ftl shows the same around them. -->
<#assign brand = mspBrand!{}>
<#if brand.name??>
${brand.name}<#if brand.tenant??>, ${brand.tenant}</#if>
</#if>
<#if brand.supportContact??>
${brand.supportContact}
</#if>
<#if brand.supportLink??>
${msg("mspMfaBrandHelp")}: ${brand.supportLink}
</#if>
<#if brand.imprint??>
${msg("mspMfaBrandImprint")}: ${brand.imprint}
</#if>
<#if brand.privacy??>
${msg("mspMfaBrandPrivacy")}: ${brand.privacy}
</#if>
