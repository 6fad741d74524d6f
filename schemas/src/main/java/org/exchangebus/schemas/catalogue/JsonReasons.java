package org.exchangebus.schemas.catalogue;

import static java.util.Map.entry;

import java.util.Map;

/** Why a text in JSON is refused, in Chinese: {@link GeoJson} and {@link Structure} say it in English. */
final class JsonReasons {

    private static final Map<String, String> CHINESE = Map.ofEntries(
            entry("a character that is written otherwise", "字符的写法不规范"),
            entry("a name out of order", "名称未按顺序或重复"),
            entry("a number that is written otherwise", "数值的写法不规范"),
            entry("a type that is not allowed", "不允许的几何类型"),
            entry("an empty text", "空文本"),
            entry("neither an object nor a list", "既不是对象也不是列表"),
            entry("neither type nor coordinates", "既不是 type 也不是 coordinates"),
            entry("no array", "缺少数组"),
            entry("no colon", "缺少冒号"),
            entry("no coordinates", "缺少 coordinates"),
            entry("no end of the array", "数组未结束"),
            entry("no end of the list", "列表未结束"),
            entry("no end of the object", "对象未结束"),
            entry("no end of the position", "坐标点未结束"),
            entry("no end of the text", "文本未结束"),
            entry("no height", "缺少高程"),
            entry("no latitude", "缺少纬度"),
            entry("no longitude", "缺少经度"),
            entry("no object", "不是对象"),
            entry("no position", "缺少坐标点"),
            entry("no text", "缺少文本"),
            entry("no type", "缺少 type"),
            entry("no value", "缺少值"),
            entry("something after the end", "结尾之后还有内容"),
            entry("something after the object", "对象之后还有内容"),
            entry("the ring is not closed", "环未闭合"));

    private JsonReasons() {}

    /** The reason in Chinese; those that count something keep their number. */
    static String chinese(String reason) {
        String words = CHINESE.get(reason);
        return words != null
                ? words
                : reason.replaceFirst("^more than ([0-9]+) bytes$", "超过 $1 字节")
                        .replaceFirst("^more than ([0-9]+) levels$", "超过 $1 层")
                        .replaceFirst("^([0-9]+) positions$", "只有 $1 个坐标点");
    }
}
