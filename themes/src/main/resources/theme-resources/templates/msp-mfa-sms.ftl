<#--
  Copyright the Keycloak MSP MFA authors
  SPDX-License-Identifier: Apache-2.0
-->
<#-- Set-up, text message: asks for a phone number, and then for the code that was sent to it. -->
<#import "template.ftl" as layout>
<#import "msp-mfa-ui.ftl" as ui>
<#assign sent = (mspMfa.sentTo!)?has_content>
<#assign locked = mspMfa.lockedSeconds!0>
<@layout.registrationLayout displayMessage=!messagesPerField.existsError("phoneNumber", "code"); section>
<#if section = "header">
<@ui.title "mspMfaSmsTitle"/>
<#elseif section = "show-username">
<@ui.titleInsteadOfUsername "mspMfaSmsTitle"/>
<#elseif section = "form">
<@ui.shell>
<@ui.steps/>
<#if !sent>
<p class="msp-mfa-lead">${msg("mspMfaSmsNumber", mspMfa.issuer!)}</p>
<#if (mspMfa.replaced!)?has_content><@ui.notice tone="warning"><p>${msg("mspMfaSmsReplaces", ui.whole(mspMfa.replaced))}</p></@ui.notice></#if>
<@ui.form>
  <@ui.field name="phoneNumber" kind="phone" autocomplete="tel" focus=true value=(mspMfa.typed!) missing=msg("mspMfaPhoneEmpty")
    label=msg("mspMfaSmsNumberField") hint=msg("mspMfaSmsNumberHint") maxlength=60/>
  <p class="msp-mfa-help msp-mfa-strength"><@ui.icon "shield"/><span>${msg("mspMfaMethodSmsStrength")}</span></p>
  <@ui.actions>
    <@ui.button name="next">${msg("mspMfaContinue")}</@ui.button>
    <@ui.otherMethod/>
  </@ui.actions>
</@ui.form>
<#else>
<#if ui.hasSentCode()><p class="msp-mfa-lead">${msg("mspMfaSentCodeSetUp", mspMfa.issuer!, ui.whole(mspMfa.sentTo))}</p></#if>
<@ui.delivery/>
<#if locked gt 0><@ui.wait locked>${msg("mspMfaWait")}</@ui.wait></#if>
<@ui.form kind="challenge">
  <#if ui.hasSentCode()><@ui.sentCode/></#if>
  <@ui.actions>
    <#if ui.hasSentCode()><@ui.button>${msg("mspMfaVerifySubmit")}</@ui.button></#if>
    <@ui.sendAgain kind=ui.hasSentCode()?then("secondary", "primary")/>
    <@ui.button kind="link" name="back" skipChecks=true>${msg("mspMfaSmsChange")}</@ui.button>
    <@ui.otherMethod/>
  </@ui.actions>
</@ui.form>
</#if>
</@ui.shell>
</#if>
</@layout.registrationLayout>
