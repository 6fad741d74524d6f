package org.exchangebus.transformers.problem;

import org.exchangebus.schemas.problem.Problem;

/** What can be wrong with a transformation in a mapping (MAPPING-061 and above) and with a geometry (161 and above). */
public enum GeometryProblem implements Problem {
    SHIFT_MISSING(
            "MAPPING-061",
            "'{0}' and '{1}' have different datums, and no shift between them is given.",
            "Give shift=[dx, dy, dz] in metres, or seven numbers with rotation. For Xian 80 and Beijing 54 the parameters"
                    + " are not public: the surveying office of the region holds them. CGCS2000 and WGS 84 differ by"
                    + " centimetres; shift=[0, 0, 0] says that this is accepted.",
            "“{0}” 与 “{1}” 基准不同,而未给出转换参数。",
            "请写 shift=[dx, dy, dz](米),或七个参数并写明 rotation。1980 西安、1954 北京坐标系的参数不公开,由当地测绘主管部门掌握;"
                    + "CGCS2000 与 WGS 84 相差厘米级,shift=[0, 0, 0] 表示接受此差别。"),
    SHIFT_NEEDLESS(
            "MAPPING-062",
            "'{0}' and '{1}' share their datum, so that there is nothing to shift.",
            "Leave out shift, or correct the systems.",
            "“{0}” 与 “{1}” 基准相同,无须转换参数。",
            "请删去 shift,或更正坐标系。"),
    SAME_SYSTEM(
            "MAPPING-063",
            "'{0}' and '{1}' are the same system, so that there is nothing to transform.",
            "Leave out the function, or correct the systems.",
            "“{0}” 与 “{1}” 是同一坐标系,无须转换。",
            "请删去此函数,或更正坐标系。"),
    NOT_A_GEOMETRY(
            "MAPPING-161",
            "item '{0}': '{1}' is no GeoJSON geometry that {2} reads.",
            "Correct it in the source: type and coordinates, rings closed and of four positions or more; an area has"
                    + " only a polygon.",
            "信息项 “{0}”:“{1}” 不是 {2} 能识别的 GeoJSON 几何。",
            "请在来源更正:须有 type 和 coordinates,环须闭合且不少于四个点;面积只用于面。"),
    OUTSIDE_OF_SYSTEM(
            "MAPPING-162",
            "item '{0}': '{1}' has a position outside of a system of {2}.",
            "Look whether the coordinates are in the other order (then swap-coordinates before), without or with the"
                    + " number of the zone, or of another zone.",
            "信息项 “{0}”:“{1}” 有坐标点超出 {2} 的坐标系范围。",
            "请检查坐标次序(相反时先用 swap-coordinates)、东坐标是否带带号、带号是否正确。"),
    HEIGHT_NOT_SHIFTED(
            "MAPPING-163",
            "item '{0}': '{1}' has heights, which {2} does not carry from one datum to the other.",
            "Take the geometry without heights from the source.",
            "信息项 “{0}”:“{1}” 含有高程,{2} 不在基准之间转换高程。",
            "请在来源提供不含高程的几何。"),
    NOT_A_POSITION(
            "MAPPING-164",
            "item '{0}': '{1}' does not hold the two numbers of a position.",
            "Correct it in the source, or join the two fields with a blank between them.",
            "信息项 “{0}”:“{1}” 不是一个坐标点的两个数。",
            "请在来源更正,或用空格连接两个字段。");

    private final String code;
    private final Texts texts;

    GeometryProblem(String code, String english, String englishRemedy, String chinese, String chineseRemedy) {
        this.code = code;
        this.texts = new Texts(english, englishRemedy, chinese, chineseRemedy);
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public Texts texts() {
        return texts;
    }
}
