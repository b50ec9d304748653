<#--
  Copyright the Keycloak MSP MFA authors
  SPDX-License-Identifier: Apache-2.0
-->
<#-- Self-service: what is set up, and what may be changed. What the policy forbids stays visible, with the reason. -->
<#import "template.ftl" as layout>
<#import "msp-mfa-ui.ftl" as ui>
<#assign mode = mspMfa.mode!"optional">
<@layout.registrationLayout displayMessage=false; section>
<#if section = "header">
<@ui.title "mspMfaManageTitle"/>
<#elseif section = "show-username">
<@ui.titleInsteadOfUsername "mspMfaManageTitle"/>
<#elseif section = "form">
<@ui.shell>
<@ui.generalMessage/>
<#if mspMfa.enabled!false>
<#if mode == "off">
<@ui.notice tone="info" title=msg("mspMfaManageIsOff")><p id="msp-mfa-off-reason">${msg("mspMfaSwitchedOff")}</p></@ui.notice>
<#else>
<@ui.notice tone="success" title=(mspMfa.since!)?has_content?then(msg("mspMfaManageOnSince", mspMfa.since!), msg("mspMfaManageOn"))>
  <p>${msg((mode == "required")?then("mspMfaManageRequired", "mspMfaManageAsked"))}</p>
</@ui.notice>
</#if>
<#assign frozen = !(mspMfa.canChange!false)>
<@ui.account/>
<@ui.form>
  <ul class="msp-mfa-rows">
    <#list mspMfa.rows![] as row>
    <li class="msp-mfa-row">
      <@ui.icon row.icon/>
      <div class="msp-mfa-row-text">
        <h2 class="msp-mfa-row-title" id="msp-mfa-row-${row?index?c}">${msg(row.title)}</h2>
        <#assign label = row.label!>
        <#assign since = row.since!>
        <p class="msp-mfa-help"><#if label?has_content && since?has_content>${msg("mspMfaManageAppLabelSince", label, since)}<#elseif since?has_content>${msg("mspMfaManageAppSince", since)}<#else>${label}</#if></p>
        <#if row.unreadable!false><p class="msp-mfa-help msp-mfa-low">${msg("mspMfaManageUnreadable")}</p></#if>
      </div>
      <#if (row.action!)?has_content>
      <@ui.button kind="secondary" name="action" value=row.action block=false disabled=frozen describedBy=frozen?then("msp-mfa-off-reason", "msp-mfa-row-" + row?index?c)>${msg("mspMfaManage" + row.action?cap_first)}</@ui.button>
      </#if>
    </li>
    </#list>
    <li class="msp-mfa-row">
      <@ui.icon "key"/>
      <div class="msp-mfa-row-text">
        <h2 class="msp-mfa-row-title" id="msp-mfa-backup">${msg("mspMfaManageBackup")}</h2>
        <#if mspMfa.backup??>
        <#assign remaining = mspMfa.backup.remaining!0>
        <p class="msp-mfa-help<#if mspMfa.backup.low!false> msp-mfa-low</#if>"><span id="msp-mfa-backup-remaining">${remaining?c}</span> ${msg("mspMfaManageBackupLeft", (mspMfa.backup.total!0)?c)}</p>
        <#else>
        <p class="msp-mfa-help msp-mfa-low">${msg("mspMfaManageBackupNone")}</p>
        </#if>
      </div>
      <@ui.button kind="secondary" name="action" value="new-backup-codes" block=false disabled=frozen describedBy=frozen?then("msp-mfa-off-reason", "msp-mfa-backup")>${msg("mspMfaManageNewCodes")}</@ui.button>
    </li>
    <li class="msp-mfa-row">
      <@ui.icon "off"/>
      <div class="msp-mfa-row-text">
        <h2 class="msp-mfa-row-title">${msg("mspMfaManageOff")}</h2>
        <p class="msp-mfa-help" id="msp-mfa-disable-reason">${msg(disableText())}</p>
      </div>
      <@ui.button kind="secondary" name="action" value="disable" block=false disabled=!(mspMfa.canDisable!false) describedBy="msp-mfa-disable-reason">${msg("mspMfaManageDisable")}</@ui.button>
    </li>
  </ul>
  <div class="msp-mfa-actions">
    <@ui.button name="finish">${msg("mspMfaFinish")}</@ui.button>
  </div>
</@ui.form>
<#else>
<@ui.notice tone=(mode == "required")?then("warning", "info") title=msg("mspMfaManageIsOff")>
  <p>${msg("mspMfaManageWhat")}</p>
</@ui.notice>
<@ui.account/>
<@ui.form>
  <div class="msp-mfa-actions">
    <@ui.button name="action" value="enable" disabled=!(mspMfa.canEnable!false) describedBy=(mspMfa.canEnable!false)?then("", "msp-mfa-enable-reason")>${msg("mspMfaManageEnable")}</@ui.button>
    <#if !(mspMfa.canEnable!false)><p class="msp-mfa-help" id="msp-mfa-enable-reason">${msg((mode == "off")?then("mspMfaSwitchedOff", "mspMfaNotAllowed"))}</p></#if>
    <@ui.button kind="link" name="finish">${msg("mspMfaManageLeave")}</@ui.button>
  </div>
</@ui.form>
</#if>
</@ui.shell>
</#if>
</@layout.registrationLayout>

<#function disableText>
  <#if mspMfa.canDisable!false><#return "mspMfaManageOffHelp"></#if>
  <#switch mspMfa.disableReason!>
    <#case "required"><#return "mspMfaManageOffRequired">
    <#case "no-backup-codes"><#return "mspMfaManageOffNoCodes">
    <#default><#return "mspMfaManageOffPolicy">
  </#switch>
</#function>
