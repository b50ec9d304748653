<#ftl output_format="plainText">
<#-- Copyright the Keycloak MSP MFA authors
     SPDX-License-Identifier: Apache-2.0

     What text mails show of the brand; html/msp-mfa-mail.ftl shows the same around them. -->
<#if mspBrand.name??>
${mspBrand.name}<#if mspBrand.tenant??>, ${mspBrand.tenant}</#if>
</#if>
<#if mspBrand.supportContact??>
${mspBrand.supportContact}
</#if>
<#if mspBrand.supportLink??>
${msg("mspMfaBrandHelp")}: ${mspBrand.supportLink}
</#if>
<#if mspBrand.imprint??>
${msg("mspMfaBrandImprint")}: ${mspBrand.imprint}
</#if>
<#if mspBrand.privacy??>
${msg("mspMfaBrandPrivacy")}: ${mspBrand.privacy}
</#if>
