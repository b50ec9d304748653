<#--
  Copyright the Keycloak MSP MFA authors
  SPDX-License-Identifier: Apache-2.0
-->
<#-- Gives a factor another name. -->
<#import "template.ftl" as layout>
<#import "msp-mfa-ui.ftl" as ui>
<@layout.registrationLayout displayMessage=false; section>
<#if section = "header">
<@ui.title "mspMfaRenameTitle"/>
<#elseif section = "show-username">
<@ui.titleInsteadOfUsername "mspMfaRenameTitle"/>
<#elseif section = "form">
<@ui.shell>
<#if !messagesPerField.existsError("userLabel")><@ui.generalMessage/></#if>
<@ui.factor mspMfa.factor!{}/>
<@ui.form>
  <@ui.field name="userLabel" label=msg("mspMfaRenameLabel") value=(mspMfa.userLabel!) hint=msg("mspMfaRenameLabelHelp") maxlength=60 focus=true missing=msg("mspMfaLabelMissing")/>
  <@ui.actions>
    <@ui.button name="save">${msg("mspMfaRenameSubmit")}</@ui.button>
    <@ui.button kind="link" name="back" skipChecks=true>${msg("mspMfaCancel")}</@ui.button>
  </@ui.actions>
</@ui.form>
</@ui.shell>
</#if>
</@layout.registrationLayout>
