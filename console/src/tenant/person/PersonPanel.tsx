// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
import { DrawerActions, DrawerCloseButton, DrawerHead, DrawerPanelBody, DrawerPanelContent, Label, Skeleton, Title } from "@patternfly/react-core";
import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { Rights } from "../../api/me";
import type { UserDetail } from "../../api/types";
import { useUser } from "../../api/users";
import { Failed } from "../../parts/Failed";
import { StateText } from "../users/StateText";
import { Devices } from "./Devices";
import { Facts } from "./Facts";
import { Factors } from "./Factors";
import { Help } from "./Help";
import { Lately } from "./Lately";
import { Required } from "./Required";
import { Why } from "./Why";

type Props = { realm: string; id: string; may: Rights; reseller: boolean; managed: boolean; close: () => void };

/** One user beside the list: what is set up, why MFA is asked, and what helps. */
export function PersonPanel({ realm, id, may, reseller, managed, close }: Props) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const user = useUser(realm, id);
  const changed = async () => {
    await queries.invalidateQueries({ queryKey: ["realm", realm] });
    void queries.invalidateQueries({ queryKey: ["tenants"] });
  };
  return (
    <DrawerPanelContent className="mfa-person" aria-label={user.data && t("users.drawer.label", { name: user.data.username })} widths={{ default: "width_33" }} minSize="22rem">
      <DrawerHead>
        {user.data ? <Name user={user.data} /> : <Skeleton width="60%" height="1.5rem" screenreaderText={t("loading")} />}
        <DrawerActions>
          <DrawerCloseButton aria-label={t("users.drawer.close")} onClick={close} />
        </DrawerActions>
      </DrawerHead>
      <DrawerPanelBody>
        {user.error && <Failed problem={user.error} retry={() => void user.refetch()} />}
        {user.data && (
          <>
            <Facts user={user.data} team={realm === "master"} />
            {may.manage && <Required realm={realm} user={user.data} reseller={reseller} managed={managed} changed={changed} />}
            {may.manage && <Help realm={realm} user={user.data} managed={managed} changed={changed} />}
            <Factors user={user.data} />
            <Devices realm={realm} user={user.data} may={may} changed={changed} />
            <Why sentences={user.data.why} />
            <Lately realm={realm} user={id} />
          </>
        )}
      </DrawerPanelBody>
    </DrawerPanelContent>
  );
}

function Name({ user }: { user: UserDetail }) {
  const { t } = useTranslation();
  const title = useRef<HTMLHeadingElement>(null);
  // Someone who opened the panel by keyboard continues in it.
  useEffect(() => title.current?.focus(), []);
  const name = [user.firstName, user.lastName].filter(Boolean).join(" ");
  return (
    <div>
      <Title headingLevel="h2" size="xl" tabIndex={-1} ref={title}>
        <bdi>{name || user.username}</bdi>
      </Title>
      {name && <bdi className="mfa-second">{user.username}</bdi>}
      <div className="mfa-gap-top-small">
        <StateText user={user} />
        {user.federated && <Label isCompact className="mfa-gap-start">{t("users.drawer.federated")}</Label>}
      </div>
    </div>
  );
}
