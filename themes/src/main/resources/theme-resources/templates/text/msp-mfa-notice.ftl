<#ftl output_format="plainText">
<#-- Copyright the Keycloak MSP MFA authors
     SPDX-License-Identifier: Apache-2.0 -->
<#-- In a mail without markup, only invisible characters keep "1234@acme.test" together (UAX 9, isolates). -->
<#function own value><#return (msg("mspMfaTextDirection") == "rtl")?then("\x2068" + value + "\x2069", value)></#function>
${msg("mspMfaMailTitle" + mspMfa.notice)}

<#if mspMfa.notice == "BackupCodesLow">
<#if mspMfa.codesLeft == 0>${msg("mspMfaLeftNone")}<#elseif mspMfa.codesLeft == 1>${msg("mspMfaLeftOne")}<#else>${msg("mspMfaLeft", mspMfa.codesLeft?c)}</#if>
</#if>
${msg("mspMfaMailWhat" + mspMfa.notice)}

${msg("mspMfaMailAccount")}: ${own(mspMfa.account)}
${msg("mspMfaMailOrganisation")}: ${own(mspMfa.organisation)}
<#if mspMfa.factor??>
${msg("mspMfaMailFactor")}: ${msg(mspMfa.factor)}
</#if>
<#if mspMfa.providers?has_content>
${msg((mspMfa.notice == "FactorsReset")?then("mspMfaMailUnlinked", "mspMfaMailProvider"))}: ${own(mspMfa.providers)}
</#if>
${msg("mspMfaMailWhen")}: ${mspMfa.when}
<#if mspMfa.administrator>
${msg("mspMfaMailBy")}: ${msg("mspMfaMailByAdministrator")}
</#if>
<#if mspMfa.address??>
${msg("mspMfaMailFrom")}: ${own(mspMfa.address)}
</#if>
<#if mspMfa.browser??>
${msg("mspMfaMailBrowser")}: ${own(mspMfa.browser)}
</#if>

${msg(mspMfa.administrator?then("mspMfaMailNotAsked", "mspMfaMailNotYou"))}
${msg("mspMfaMailPassword")}
<#if mspMfa.contact?has_content>
${msg("mspMfaMailContact", mspMfa.contact)}
<#else>
${msg("mspMfaMailContactAdministrator", mspMfa.organisation)}
</#if>

${msg("mspMfaMailNever")}
<#assign foot><#include "msp-mfa-foot.ftl"></#assign>
<#if foot?trim?has_content>

${"-- "}
${foot?trim}
</#if>
