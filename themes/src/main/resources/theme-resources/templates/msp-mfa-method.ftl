<#--
  Copyright the Keycloak MSP MFA authors
  SPDX-License-Identifier: Apache-2.0
-->
<#-- Which method to set up; during the grace period, with the option to postpone. -->
<#import "template.ftl" as layout>
<#import "msp-mfa-ui.ftl" as ui>
<@layout.registrationLayout; section>
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
    <div class="msp-mfa-check msp-mfa-choice">
      <input type="radio" id="method-totp" name="method" value="totp" checked aria-describedby="method-totp-help">
      <div>
        <label for="method-totp">${msg("mspMfaMethodTotp")}</label>
        <p class="msp-mfa-help" id="method-totp-help">${msg("mspMfaMethodTotpHelp")}</p>
      </div>
    </div>
  </fieldset>
  <@ui.actions>
    <@ui.button name="next">${msg("mspMfaMethodNext")}</@ui.button>
    <#if mspMfa.daysLeft??><@ui.button kind="secondary" name="later" skipChecks=true>${msg("mspMfaGraceLater")}</@ui.button></#if>
  </@ui.actions>
</@ui.form>
</@ui.shell>
</#if>
</@layout.registrationLayout>
