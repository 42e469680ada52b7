package org.tongke.backend.directory;

/** What a position is measured against. The same place has other figures in another datum, in China by some hundred metres. */
public enum Datum {
    /** What satellites tell. */
    WGS84,
    /** What maps in China show 火星坐标. */
    GCJ02,
    /** What one Chinese map shows 百度坐标. */
    BD09,
    /** The state's own 国家大地坐标系, within a metre of WGS84. */
    CGCS2000
}
