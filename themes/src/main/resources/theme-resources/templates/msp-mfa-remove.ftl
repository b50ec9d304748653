<#--
  Copyright the Keycloak MSP MFA authors
  SPDX-License-Identifier: Apache-2.0
-->
<#-- Removes one of several factors. -->
<#import "template.ftl" as layout>
<#import "msp-mfa-ui.ftl" as ui>
<@layout.registrationLayout displayMessage=false; section>
<#if section = "header">
<@ui.title "mspMfaRemoveTitle"/>
<#elseif section = "show-username">
<@ui.titleInsteadOfUsername "mspMfaRemoveTitle"/>
<#elseif section = "form">
<@ui.shell>
<@ui.generalMessage/>
<@ui.factor mspMfa.factor!{}/>
<@ui.notice tone="warning" title=msg("mspMfaRemoveWarning")>
  <ul class="msp-mfa-list">
    <li>${msg("mspMfaRemoveSessions")}</li>
    <li>${msg("mspMfaRemoveOthers")}</li>
    <#if (mspMfa.factor.icon!) == "phone"><li>${msg("mspMfaRemoveApp")}</li></#if>
  </ul>
</@ui.notice>
<@ui.form>
  <@ui.actions>
    <@ui.button name="remove">${msg("mspMfaRemoveSubmit")}</@ui.button>
    <@ui.button kind="link" name="back">${msg("mspMfaRemoveBack")}</@ui.button>
  </@ui.actions>
</@ui.form>
</@ui.shell>
</#if>
</@layout.registrationLayout>
