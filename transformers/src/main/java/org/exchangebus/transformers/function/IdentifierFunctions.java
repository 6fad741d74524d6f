package org.exchangebus.transformers.function;

import java.util.List;
import org.exchangebus.schemas.problem.Problem;
import org.exchangebus.transformers.problem.MappingProblem;
import org.exchangebus.transformers.value.Value;
import org.jspecify.annotations.Nullable;

/** Identifiers brought to the one form of the catalogue; whether the check digit is right is the resource's rule. */
final class IdentifierFunctions {

    static final List<Function> ALL = List.of(
            Definition.ofText("identity-number-18")
                    .says(
                            "Makes 18 digits of an identity number of 15 (GB 11643-1999: 19 before the year, check digit behind), and X of a final x.",
                            "把 15 位公民身份号码升为 18 位(GB 11643-1999:年份前加 19,末尾加校验码),并把末位 x 改为 X。")
                    .idempotent()
                    .example("identity-number-18", "110105491231002", "11010519491231002X")
                    .example("identity-number-18", "11010519491231002x", "11010519491231002X")
                    .rejects("identity-number-18", "1101051949123100")
                    .does(IdentifierFunctions::identityNumber),
            Definition.ofText("organisation-code")
                    .says(
                            "Takes the hyphen out of an organisation code (GB 11714) and makes its letters capitals.",
                            "去掉组织机构代码(GB 11714)的连字符,字母转为大写。")
                    .idempotent()
                    .example("organisation-code", "d2143569-x", "D2143569X")
                    .rejects("organisation-code", "D2143569")
                    .does(IdentifierFunctions::organisationCode));

    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final byte[] CHECKS = {'1', '0', 'X', '9', '8', '7', '6', '5', '4', '3', '2'};
    private static final int CENTURY_AT = 6;

    private IdentifierFunctions() {}

    private static @Nullable Problem identityNumber(Value value) {
        byte[] bytes = value.array();
        int start = value.start();
        int length = value.length();
        if (length != 15 && length != 18 || !areDigits(bytes, start, start + (length == 15 ? 15 : 17))) {
            return MappingProblem.NOT_AN_IDENTITY_NUMBER;
        }
        if (length == 15) {
            lengthen(value);
            return null;
        }
        byte last = bytes[start + 17];
        if (last == 'x') {
            byte[] room = value.room(18);
            System.arraycopy(bytes, start, room, value.roomAt(), 17);
            room[value.roomAt() + 17] = 'X';
            value.keep(18);
            return null;
        }
        return last == 'X' || last >= '0' && last <= '9' ? null : MappingProblem.NOT_AN_IDENTITY_NUMBER;
    }

    private static void lengthen(Value value) {
        byte[] room = value.room(18);
        int at = value.roomAt();
        System.arraycopy(value.array(), value.start(), room, at, CENTURY_AT);
        room[at + CENTURY_AT] = '1';
        room[at + CENTURY_AT + 1] = '9';
        System.arraycopy(
                value.array(), value.start() + CENTURY_AT, room, at + CENTURY_AT + 2, value.length() - CENTURY_AT);
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += (room[at + i] - '0') * WEIGHTS[i];
        }
        room[at + 17] = CHECKS[sum % CHECKS.length];
        value.keep(18);
    }

    private static boolean areDigits(byte[] bytes, int start, int end) {
        for (int i = start; i < end; i++) {
            if (bytes[i] < '0' || bytes[i] > '9') {
                return false;
            }
        }
        return true;
    }

    private static @Nullable Problem organisationCode(Value value) {
        byte[] bytes = value.array();
        int start = value.start();
        int length = value.length();
        boolean hasHyphen = length == 10 && bytes[start + 8] == '-';
        if (length != 9 && !hasHyphen) {
            return MappingProblem.NOT_AN_ORGANISATION_CODE;
        }
        byte[] room = value.room(9);
        int at = value.roomAt();
        for (int i = 0; i < 9; i++) {
            byte b = bytes[start + (i == 8 && hasHyphen ? 9 : i)];
            b = b >= 'a' && b <= 'z' ? (byte) (b ^ 0x20) : b;
            if ((b < '0' || b > '9') && (b < 'A' || b > 'Z')) {
                return MappingProblem.NOT_AN_ORGANISATION_CODE;
            }
            room[at + i] = b;
        }
        value.keep(9);
        return null;
    }
}
