<#--
  Copyright the Keycloak MSP MFA authors
  SPDX-License-Identifier: Apache-2.0
-->
<#--
  The part of a registration page that offers a second factor. It is put into the form of any theme's register.ftl; a template
  that includes it in a place of its own (<#include "msp-mfa-registration.ftl">) has it once, there.
-->
<#import "msp-mfa-ui.ftl" as ui>
<#if mspMfa??>
<#assign hasCheckbox = (properties.kcCheckboxClass!)?has_content>
<div id="msp-mfa-opt-in" class="msp-mfa msp-mfa-opt-in ${hasCheckbox?then(properties.kcFormGroupClass!, properties.kcInputWrapperClass!)}" <@ui.ourLanguage/>>
<link href="${url.resourcesPath}/css/msp-mfa.css" rel="stylesheet">
<#if mspMfa.choice>
<#assign box = mspMfa.field + "-box">
<div class="${hasCheckbox?then(properties.kcCheckboxClass!, "msp-mfa-check")}">
  <input class="${properties.kcCheckboxInputClass!}" type="checkbox" id="${box}" name="${mspMfa.field}" value="${mspMfa.method}" aria-describedby="${box}-help<#if mspMfa.refused> ${box}-error</#if>"
    <#if mspMfa.ticked>checked</#if><#if mspMfa.refused> aria-invalid="true"</#if>>
  <label class="${properties.kcCheckboxLabelClass!}" for="${box}">${msg("mspMfaOptIn" + mspMfa.method?cap_first)}</label>
  <span class="msp-mfa-opt-in-more">
    <span class="msp-mfa-help" id="${box}-help">${msg("mspMfaOptInHelp")}</span>
    <#if mspMfa.refused><span class="msp-mfa-error" id="${box}-error" role="alert"><@ui.icon "error"/><span>${msg("mspMfaOptInGone")}</span></span></#if>
  </span>
</div>
<#else>
<@ui.notice><p>${msg("mspMfaOptInRequired")}</p></@ui.notice>
</#if>
</div>
</#if>
