<#--
  Copyright the Keycloak MSP MFA authors
  SPDX-License-Identifier: Apache-2.0
-->
<#-- Switches two-factor authentication off, which uses up a backup code. -->
<#import "template.ftl" as layout>
<#import "msp-mfa-ui.ftl" as ui>
<@layout.registrationLayout displayMessage=!messagesPerField.existsError("backupCode"); section>
<#if section = "header">
<@ui.title "mspMfaDisableTitle"/>
<#elseif section = "show-username">
<@ui.titleInsteadOfUsername "mspMfaDisableTitle"/>
<#elseif section = "form">
<@ui.shell>
<@ui.notice tone="warning" title=msg("mspMfaDisableWarning")>
  <ul class="msp-mfa-list">
    <li>${msg("mspMfaDisablePassword")}</li>
    <li>${msg("mspMfaDisableGone")}</li>
  </ul>
</@ui.notice>
<@ui.form>
  <@ui.field name="backupCode" kind="backup" label=msg("mspMfaDisableLabel") hint=msg("mspMfaDisableHelp") focus=true missing=msg("mspMfaBackupCodeMissing")/>
  <@ui.actions>
    <@ui.button>${msg("mspMfaDisableSubmit")}</@ui.button>
    <#if mspMfa.fromManage!false><@ui.button kind="link" name="back" skipChecks=true>${msg("mspMfaDisableBack")}</@ui.button></#if>
  </@ui.actions>
</@ui.form>
</@ui.shell>
</#if>
</@layout.registrationLayout>
