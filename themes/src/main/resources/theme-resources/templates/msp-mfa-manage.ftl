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
<#assign enabled = mspMfa.enabled!false>
<#assign frozen = !(mspMfa.canChange!false)>
<#if !enabled>
<@ui.notice tone=(mode == "required")?then("warning", "info") title=msg("mspMfaManageIsOff")>
  <p>${msg("mspMfaManageWhat")}</p>
</@ui.notice>
<#elseif mode == "off">
<@ui.notice tone="info" title=msg("mspMfaManageIsOff")><p id="msp-mfa-off-reason">${msg("mspMfaSwitchedOff")}</p></@ui.notice>
<#else>
<@ui.notice tone="success" title=(mspMfa.since!)?has_content?then(msg("mspMfaManageOnSince", mspMfa.since!), msg("mspMfaManageOn"))>
  <p><#if mode == "adaptive">${msg("mspMfaManageAskedRisk")}<#else>${msg((mode == "required")?then("mspMfaManageRequired", "mspMfaManageAsked"))}</#if></p>
</@ui.notice>
</#if>
<@ui.account/>
<@ui.form>
  <#if enabled || (mspMfa.rows![])?has_content>
  <ul class="msp-mfa-rows">
    <#list mspMfa.rows![] as row><@factor row row?index/></#list>
    <#if enabled>
    <#assign addReason = mspMfa.addReason!>
    <#assign addReasonId = (addReason == "mspMfaSwitchedOff")?then("msp-mfa-off-reason", "msp-mfa-add-reason")>
    <li class="msp-mfa-row">
      <@ui.icon "plus"/>
      <div class="msp-mfa-row-text">
        <h2 class="msp-mfa-row-title" id="msp-mfa-add">${msg("mspMfaManageAnother")}</h2>
        <p class="msp-mfa-help">${msg("mspMfaManageAnotherHelp")}</p>
        <#if addReasonId == "msp-mfa-add-reason" && addReason?has_content><p class="msp-mfa-help" id="msp-mfa-add-reason">${msg(addReason)}</p></#if>
      </div>
      <@ui.button kind="secondary" name="action" value="add" block=false disabled=addReason?has_content describedBy=addReason?has_content?then(addReasonId, "msp-mfa-add")>${msg("mspMfaManageAdd")}</@ui.button>
    </li>
    <li class="msp-mfa-row">
      <@ui.icon "codes"/>
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
    <#list mspMfa.devices![] as device><@trusted device device?index/></#list>
    <#if (mspMfa.devices![])?size gt 1>
    <li class="msp-mfa-row msp-mfa-factor">
      <@ui.icon "shield"/>
      <div class="msp-mfa-row-text">
        <h2 class="msp-mfa-row-title">${msg("mspMfaDevicesAll")}</h2>
        <p class="msp-mfa-help" id="msp-mfa-devices-help">${msg("mspMfaDevicesAllHelp")}</p>
        <div class="msp-mfa-tools msp-mfa-row-tools">
          <button type="submit" class="msp-mfa-tool" name="action" value="revoke-all" aria-describedby="msp-mfa-devices-help">${msg("mspMfaDevicesRevokeAll")}</button>
        </div>
      </div>
    </li>
    </#if>
    <li class="msp-mfa-row">
      <@ui.icon "off"/>
      <div class="msp-mfa-row-text">
        <h2 class="msp-mfa-row-title">${msg("mspMfaManageOff")}</h2>
        <p class="msp-mfa-help" id="msp-mfa-disable-reason">${msg(disableText())}</p>
      </div>
      <@ui.button kind="secondary" name="action" value="disable" block=false disabled=!(mspMfa.canDisable!false) describedBy="msp-mfa-disable-reason">${msg("mspMfaManageDisable")}</@ui.button>
    </li>
    </#if>
  </ul>
  </#if>
  <div class="msp-mfa-actions">
    <#if enabled>
    <@ui.button name="finish">${msg("mspMfaFinish")}</@ui.button>
    <#else>
    <@ui.button name="action" value="enable" disabled=!(mspMfa.canEnable!false) describedBy=(mspMfa.canEnable!false)?then("", "msp-mfa-enable-reason")>${msg("mspMfaManageEnable")}</@ui.button>
    <#if !(mspMfa.canEnable!false)><p class="msp-mfa-help" id="msp-mfa-enable-reason">${msg((mode == "off")?then("mspMfaSwitchedOff", "mspMfaNotAllowed"))}</p></#if>
    <@ui.button kind="link" name="finish">${msg("mspMfaManageLeave")}</@ui.button>
    </#if>
  </div>
</@ui.form>
</@ui.shell>
</#if>
</@layout.registrationLayout>

<#-- A factor with its dates, its buttons, and why some of them are greyed out. -->
<#macro factor row index>
<#local id = "msp-mfa-row-" + index?c>
<li class="msp-mfa-row msp-mfa-factor">
  <@ui.icon row.icon/>
  <div class="msp-mfa-row-text">
    <h2 class="msp-mfa-row-title" id="${id}">${msg(row.title)}<#if (row.label!)?has_content> <bdi class="msp-mfa-row-label">${row.label}</bdi></#if></h2>
    <#if row.primary!false><p class="msp-mfa-badge">${msg("mspMfaManagePrimary")}</p></#if>
    <p class="msp-mfa-help msp-mfa-facts">
      <#if (row.since!)?has_content><span>${msg("mspMfaManageAdded", row.since!)}</span></#if>
      <#if (row.lastUsed!)?has_content><span>${msg("mspMfaManageLastUsed", row.lastUsed!)}</span></#if>
    </p>
    <#list row.reasons![] as reason>
    <p class="msp-mfa-help<#if reason == "mspMfaManageUnreadable"> msp-mfa-low</#if>" id="${id}-${reason}">${msg(reason)}</p>
    </#list>
    <#if (row.buttons![])?has_content>
    <div class="msp-mfa-tools msp-mfa-row-tools">
      <#list row.buttons as button>
      <#local reason = button.reason!>
      <#local described = reason?has_content?then((reason == "mspMfaSwitchedOff")?then(enabled?then("msp-mfa-off-reason", "msp-mfa-enable-reason"), id + "-" + reason), id)>
      <button type="submit" class="msp-mfa-tool" name="action" value="${button.value}" aria-describedby="${described}"<#if reason?has_content> disabled</#if>>${msg(button.text)}</button>
      </#list>
    </div>
    </#if>
  </div>
</li>
</#macro>

<#-- A device on which the second factor is not asked for. -->
<#macro trusted device index>
<#local id = "msp-mfa-device-" + index?c>
<li class="msp-mfa-row msp-mfa-factor">
  <@ui.icon "shield"/>
  <div class="msp-mfa-row-text">
    <h2 class="msp-mfa-row-title" id="${id}">${msg("mspMfaDevice")} <bdi class="msp-mfa-row-label">${(device.label!)?has_content?then(device.label!, msg("mspMfaDeviceUnknown"))}</bdi></h2>
    <#if device.here!false><p class="msp-mfa-badge">${msg("mspMfaDeviceHere")}</p></#if>
    <p class="msp-mfa-help msp-mfa-facts">
      <span>${msg("mspMfaDeviceSince", device.since)}</span>
      <#if (device.network!)?has_content><span>${msg("mspMfaDeviceNetwork", device.network)}</span></#if>
      <span>${msg("mspMfaManageLastUsed", device.lastUsed)}</span>
      <span>${msg("mspMfaDeviceExpires", device.expires)}</span>
    </p>
    <div class="msp-mfa-tools msp-mfa-row-tools">
      <button type="submit" class="msp-mfa-tool" name="action" value="${device.value}" aria-describedby="${id}">${msg("mspMfaDeviceRevoke")}</button>
    </div>
  </div>
</li>
</#macro>

<#function disableText>
  <#if mspMfa.canDisable!false><#return "mspMfaManageOffHelp"></#if>
  <#switch mspMfa.disableReason!>
    <#case "required"><#return "mspMfaManageOffRequired">
    <#case "no-backup-codes"><#return "mspMfaManageOffNoCodes">
    <#default><#return "mspMfaManageOffPolicy">
  </#switch>
</#function>
