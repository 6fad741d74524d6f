package org.exchangebus.transformers.function;

import java.util.List;
import java.util.function.Consumer;
import org.exchangebus.schemas.identifier.CitizenNumber;
import org.exchangebus.schemas.identifier.CreditCode;
import org.exchangebus.schemas.problem.Problem;
import org.exchangebus.transformers.problem.ValueProblem;
import org.exchangebus.transformers.value.Value;
import org.jspecify.annotations.Nullable;

/** Identifiers brought to the one form of the catalogue; whether the check digit is right is the resource's rule. */
final class IdentifierFunctions {

    private static final int LENGTH = 18;
    private static final int OLD_LENGTH = 15;
    private static final int REGION_LENGTH = 6;
    private static final byte[] MALE = {'1'};
    private static final byte[] FEMALE = {'2'};

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
                    .does(IdentifierFunctions::organisationCode),
            Definition.of("identity-number-birth-date", Kind.TEXT, Kind.DATE)
                    .says(
                            "Takes the birth date out of an identity number of 18 or 15 digits; a number whose check"
                                    + " character or date is wrong is rejected.",
                            "从 18 位或 15 位公民身份号码取出出生日期;校验码或日期有误的退回。")
                    .example("identity-number-birth-date", "11010519491231002X", "1949-12-31")
                    .example("identity-number-birth-date", "110105491231002", "1949-12-31")
                    .rejects("identity-number-birth-date", "110105194912310021")
                    .does(value -> derive(value, IdentifierFunctions::birthDate)),
            Definition.ofText("identity-number-sex")
                    .says(
                            "Takes the sex out of an identity number of 18 or 15 digits, as code of GB/T 2261.1 (1 male,"
                                    + " 2 female); a number whose check character or date is wrong is rejected.",
                            "从 18 位或 15 位公民身份号码取出性别,为 GB/T 2261.1 代码(1 男,2 女);校验码或日期有误的退回。")
                    .example("identity-number-sex", "11010519491231002X", "2")
                    .rejects("identity-number-sex", "11010519491331002X")
                    .does(value -> derive(value, IdentifierFunctions::sex)),
            Definition.ofText("identity-number-region")
                    .says(
                            "Takes the region code out of an identity number of 18 or 15 digits: the one at the time it was"
                                    + " given, often retired since. A number whose check character or date is wrong is"
                                    + " rejected.",
                            "从 18 位或 15 位公民身份号码取出行政区划代码(编号当时的代码,可能已停用);校验码或日期有误的退回。")
                    .example("identity-number-region", "11010519491231002X", "110105")
                    .rejects("identity-number-region", "110105194912310021")
                    .does(value -> derive(value, IdentifierFunctions::region)),
            Definition.ofText("credit-code-organisation-code")
                    .says(
                            "Takes the organisation code (GB 11714) out of a unified social credit code (GB 32100):"
                                    + " characters 9 to 17.",
                            "从统一社会信用代码(GB 32100)取出组织机构代码(GB 11714):第 9 至 17 位。")
                    .example("credit-code-organisation-code", "91110000600037341L", "600037341")
                    .rejects("credit-code-organisation-code", "91110000600037341N")
                    .does(IdentifierFunctions::organisationOfCredit));

    private IdentifierFunctions() {}

    private static @Nullable Problem identityNumber(Value value) {
        byte[] bytes = value.array();
        int start = value.start();
        int length = value.length();
        if (length == OLD_LENGTH) {
            byte[] room = value.room(LENGTH);
            if (!CitizenNumber.upgrade(bytes, start, value.end(), room, value.roomAt())) {
                return ValueProblem.NOT_AN_IDENTITY_NUMBER;
            }
            value.keep(LENGTH);
            return null;
        }
        if (length != LENGTH || !areDigits(bytes, start, start + LENGTH - 1)) {
            return ValueProblem.NOT_AN_IDENTITY_NUMBER;
        }
        byte last = bytes[start + LENGTH - 1];
        if (last == 'x') {
            byte[] room = value.room(LENGTH);
            System.arraycopy(bytes, start, room, value.roomAt(), LENGTH - 1);
            room[value.roomAt() + LENGTH - 1] = 'X';
            value.keep(LENGTH);
            return null;
        }
        return last == 'X' || last >= '0' && last <= '9' ? null : ValueProblem.NOT_AN_IDENTITY_NUMBER;
    }

    /** Takes something out of a valid identity number; leaves the value alone where it is none. */
    private static @Nullable Problem derive(Value value, Consumer<Value> part) {
        byte[] bytes = value.array();
        int start = value.start();
        int end = value.end();
        boolean isNumber = identityNumber(value) == null;
        if (isNumber && CitizenNumber.isValid(value.array(), value.start(), value.end())) {
            part.accept(value);
            return null;
        }
        value.set(bytes, start, end);
        return ValueProblem.WRONG_IDENTITY_NUMBER;
    }

    private static void birthDate(Value number) {
        byte[] room = number.room(10);
        int to = number.roomAt();
        int from = number.start() + REGION_LENGTH;
        for (int i = 0; i < 10; i++) {
            room[to + i] = i == 4 || i == 7 ? (byte) '-' : number.array()[from++];
        }
        number.keep(10);
    }

    private static void sex(Value number) {
        byte[] code = CitizenNumber.isMale(number.array(), number.start()) ? MALE : FEMALE;
        number.set(code, 0, code.length);
    }

    private static void region(Value number) {
        number.set(number.array(), number.start(), number.start() + REGION_LENGTH);
    }

    private static @Nullable Problem organisationOfCredit(Value value) {
        if (!CreditCode.isValid(value.array(), value.start(), value.end())) {
            return ValueProblem.NOT_A_CREDIT_CODE;
        }
        value.set(value.array(), value.start() + 8, value.start() + 17);
        return null;
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
            return ValueProblem.NOT_AN_ORGANISATION_CODE;
        }
        byte[] room = value.room(9);
        int at = value.roomAt();
        for (int i = 0; i < 9; i++) {
            byte b = bytes[start + (i == 8 && hasHyphen ? 9 : i)];
            b = b >= 'a' && b <= 'z' ? (byte) (b ^ 0x20) : b;
            if ((b < '0' || b > '9') && (b < 'A' || b > 'Z')) {
                return ValueProblem.NOT_AN_ORGANISATION_CODE;
            }
            room[at + i] = b;
        }
        value.keep(9);
        return null;
    }
}
