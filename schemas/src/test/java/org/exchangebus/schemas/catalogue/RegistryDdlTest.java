package org.exchangebus.schemas.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RegistryDdlTest {

    @Test
    void readsAsAPersonWouldWriteIt() {
        Resource parcel = Catalogue.bundled().resource("land-parcel");

        assertThat(RegistryDdl.createTable(parcel)).startsWith("""
                        CREATE TABLE IF NOT EXISTS registry."land_parcel" (
                          "parcel_code" varchar(28) NOT NULL,
                          "owner_kind" varchar(1),
                          "land_use" varchar(6),
                          "area" numeric(15,2),
                          "location" varchar(200),
                          "region" varchar(6),
                          "geometry" json,
                          "registered_date" date,
                          "updated_date" date,
                          "record_digest" uuid NOT NULL,
                          "record_version" bigint NOT NULL,
                          "record_flow" text NOT NULL,
                          "record_run" bigint NOT NULL,
                          "record_deleted" boolean NOT NULL,
                          "record_at" timestamptz NOT NULL DEFAULT now(),
                          PRIMARY KEY ("parcel_code")
                        );
                        COMMENT ON TABLE registry."land_parcel" IS '宗地基础信息';
                        COMMENT ON COLUMN registry."land_parcel"."parcel_code" IS '宗地代码';
                        """);
    }
}
