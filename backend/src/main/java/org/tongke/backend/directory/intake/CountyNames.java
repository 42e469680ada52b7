package org.tongke.backend.directory.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.tongke.backend.base.text.Names;
import org.tongke.backend.directory.Region;
import org.tongke.backend.directory.Regions;

/** Counties as tables name them: by code, by name, with the names of their city and province before it, with 代管 behind. */
@Component
class CountyNames {
    private static final Pattern CODE = Pattern.compile("[0-9]{6}");
    private static final List<String> OTHER_PROVINCES = List.of(
            "北京", "天津", "河北", "山西", "内蒙古", "辽宁", "吉林", "黑龙江", "上海", "江苏", "安徽", "福建", "江西", "山东", "河南", "湖北", "湖南",
            "广东", "广西", "海南", "重庆", "四川", "贵州", "云南", "西藏", "陕西", "甘肃", "青海", "宁夏", "新疆", "台湾", "香港", "澳门");

    private final Map<String, List<Region>> called = new HashMap<>();

    CountyNames(Regions regions) {
        var province = regions.get(Regions.PROVINCE).name();
        for (var region : regions.ever()) {
            if (region.kind().isCountyLevel()) {
                var city = regions.parent(region).map(Region::name).orElse("");
                for (var name : List.of(region.name(), region.name() + "代管")) {
                    call(name, region);
                    call(city + name, region);
                    call(province + city + name, region);
                }
                call(region.code(), region);
            }
        }
    }

    private void call(String name, Region region) {
        called.computeIfAbsent(Names.normalize(name), _ -> new ArrayList<>()).add(region);
    }

    /** What a name means: one county, several, or none. */
    List<Region> find(String name) {
        return called.getOrDefault(Names.normalize(name), List.of());
    }

    /** The county with a code. */
    Optional<Region> get(String code) {
        return find(code).stream().findFirst();
    }

    /** Whether a name says itself that it lies in another province. */
    static boolean isOfOtherProvince(String name) {
        var isOtherCode = CODE.matcher(name).matches() && !name.startsWith(Regions.PROVINCE);
        return isOtherCode || OTHER_PROVINCES.stream().anyMatch(name::startsWith);
    }
}
