<#--
  Copyright the Keycloak MSP MFA authors
  SPDX-License-Identifier: Apache-2.0

  A hook of keycloak.v2, at the end of the card. mspBrand is missing in a realm without a brand, and has only what the
  brand has: supportContact is a text, the others are addresses that begin with https: or mailto:.
-->
<#macro content>
  <#local brand = mspBrand!{}>
  <#local contact = brand.supportContact!"">
  <#local help = brand.supportLink!"">
  <#local imprint = brand.imprint!"">
  <#local privacy = brand.privacy!"">
  <#if contact?has_content || help?has_content || imprint?has_content || privacy?has_content>
    <ul class="msp-links" role="list">
      <#if help?has_content>
        <li><@link address=help text=msg("mspMfaBrandHelp") /><#if contact?has_content> <bdi>${contact}</bdi></#if></li>
      <#elseif contact?has_content>
        <li>${msg("mspMfaBrandHelp")}: <bdi>${contact}</bdi></li>
      </#if>
      <#if privacy?has_content>
        <li><@link address=privacy text=msg("mspMfaBrandPrivacy") /></li>
      </#if>
      <#if imprint?has_content>
        <li><@link address=imprint text=msg("mspMfaBrandImprint") /></li>
      </#if>
    </ul>
  </#if>
</#macro>

<#-- In a tab of its own, since leaving this page would lose the login. A mail program would leave such a tab empty. -->
<#macro link address text><a href="${address}" rel="noopener noreferrer" referrerpolicy="no-referrer"<#if !address?starts_with("mailto:")> target="_blank"</#if>>${text}</a></#macro>
