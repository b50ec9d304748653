<#--
  Copyright the Keycloak MSP MFA authors
  SPDX-License-Identifier: Apache-2.0
-->
<#-- Set-up, e-mail: asks for the code that was sent to the address of the account. Also before any set-up in a login whose risk is high. -->
<#import "template.ftl" as layout>
<#import "msp-mfa-ui.ftl" as ui>
<#assign risky = (mspMfa.purpose!) == "risk">
<#assign title = risky?then("mspMfaRiskySetUpTitle", "mspMfaEmailSetUpTitle")>
<#assign locked = mspMfa.lockedSeconds!0>
<@layout.registrationLayout displayMessage=!messagesPerField.existsError("code"); section>
<#if section = "header">
<@ui.title title/>
<#elseif section = "show-username">
<@ui.titleInsteadOfUsername title/>
<#elseif section = "form">
<@ui.shell>
<@ui.steps/>
<#if ui.hasSentCode()><p class="msp-mfa-lead">${msg(risky?then("mspMfaRiskySetUp", "mspMfaSentCodeSetUp"), mspMfa.issuer!, mspMfa.sentTo!)}</p></#if>
<@ui.delivery/>
<#if locked gt 0><@ui.wait locked>${msg("mspMfaWait")}</@ui.wait></#if>
<@ui.form kind="challenge">
  <#if ui.hasSentCode()><@ui.sentCode/></#if>
  <@ui.actions>
    <#if ui.hasSentCode()><@ui.button>${msg(risky?then("mspMfaContinue", "mspMfaVerifySubmit"))}</@ui.button></#if>
    <@ui.sendAgain kind=ui.hasSentCode()?then("secondary", "primary")/>
    <@ui.otherMethod/>
  </@ui.actions>
</@ui.form>
<#if risky><p class="msp-mfa-help msp-mfa-foot">${msg("mspMfaSentCodeNoOther" + ui.channel())}</p></#if>
</@ui.shell>
</#if>
</@layout.registrationLayout>
