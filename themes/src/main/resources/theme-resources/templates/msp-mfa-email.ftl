<#--
  Copyright the Keycloak MSP MFA authors
  SPDX-License-Identifier: Apache-2.0
-->
<#-- Set-up, e-mail: asks for the code that was sent to the address of the account. -->
<#import "template.ftl" as layout>
<#import "msp-mfa-ui.ftl" as ui>
<#assign locked = mspMfa.lockedSeconds!0>
<@layout.registrationLayout displayMessage=!messagesPerField.existsError("code"); section>
<#if section = "header">
<@ui.title "mspMfaEmailSetUpTitle"/>
<#elseif section = "show-username">
<@ui.titleInsteadOfUsername "mspMfaEmailSetUpTitle"/>
<#elseif section = "form">
<@ui.shell>
<@ui.steps/>
<#if ui.hasSentCode()><p class="msp-mfa-lead">${msg("mspMfaSentCodeSetUp", mspMfa.issuer!, mspMfa.sentTo!)}</p></#if>
<@ui.delivery/>
<#if locked gt 0><@ui.wait locked>${msg("mspMfaWait")}</@ui.wait></#if>
<@ui.form kind="challenge">
  <#if ui.hasSentCode()><@ui.sentCode/></#if>
  <@ui.actions>
    <#if ui.hasSentCode()><@ui.button>${msg("mspMfaVerifySubmit")}</@ui.button></#if>
    <@ui.sendAgain kind=ui.hasSentCode()?then("secondary", "primary")/>
    <@ui.otherMethod/>
  </@ui.actions>
</@ui.form>
</@ui.shell>
</#if>
</@layout.registrationLayout>
