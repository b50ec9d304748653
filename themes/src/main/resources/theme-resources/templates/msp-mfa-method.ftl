<#--
  Copyright the Keycloak MSP MFA authors
  SPDX-License-Identifier: Apache-2.0
-->
<#-- Which method to set up; during the grace period, with the option to postpone. -->
<#import "template.ftl" as layout>
<#import "msp-mfa-ui.ftl" as ui>
<@layout.registrationLayout displayMessage=!messagesPerField.existsError("method"); section>
<#if section = "header">
<@ui.title "mspMfaMethodTitle"/>
<#elseif section = "show-username">
<@ui.titleInsteadOfUsername "mspMfaMethodTitle"/>
<#elseif section = "form">
<@ui.shell>
<p class="msp-mfa-lead">${msg("mspMfaMethodWhy", mspMfa.issuer!)}</p>
<#if mspMfa.daysLeft??>
<#assign last = mspMfa.daysLeft lte 1>
<@ui.notice tone=last?then("warning", "info") title=last?then(msg("mspMfaGraceLastDay"), msg("mspMfaGraceDays", mspMfa.daysLeft?c))>
  <p>${msg("mspMfaGraceUntil", mspMfa.until!)}</p>
</@ui.notice>
</#if>
<@ui.form>
  <fieldset class="msp-mfa-choices">
    <legend class="msp-mfa-label">${msg("mspMfaMethodHow")}</legend>
    <#list mspMfa.methods![] as method>
    <#assign name = method.word?cap_first>
    <#assign reason = method.reason!>
    <div class="msp-mfa-check msp-mfa-choice<#if reason?has_content> msp-mfa-choice-off</#if>">
      <input type="radio" id="method-${method.word}" name="method" value="${method.word}" aria-describedby="method-${method.word}-help"
        <#if method.chosen!false>checked</#if><#if reason?has_content> disabled</#if>>
      <div>
        <label for="method-${method.word}">${msg("mspMfaMethod" + name)}</label>
        <div id="method-${method.word}-help">
          <p class="msp-mfa-help">${msg("mspMfaMethod" + name + "Help")}</p>
          <p class="msp-mfa-help msp-mfa-strength"><@ui.icon "shield"/><span>${msg("mspMfaMethod" + name + "Strength")}</span></p>
          <#if reason?has_content><p class="msp-mfa-help msp-mfa-low">${msg(reason)}</p></#if>
        </div>
      </div>
    </div>
    </#list>
    <#assign error = messagesPerField.existsError("method")?then(messagesPerField.get("method")!, "")>
    <#if error?has_content><p class="msp-mfa-error" id="method-error" role="alert"><@ui.icon "error"/><span>${error}</span></p></#if>
  </fieldset>
  <@ui.actions>
    <@ui.button name="next">${msg("mspMfaMethodNext")}</@ui.button>
    <#if mspMfa.daysLeft??><@ui.button kind="secondary" name="later" skipChecks=true>${msg("mspMfaGraceLater")}</@ui.button></#if>
  </@ui.actions>
</@ui.form>
</@ui.shell>
</#if>
</@layout.registrationLayout>
