package org.evotrial.report.page;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.evotrial.report.figure.Topic;
import org.evotrial.report.figure.Wording;

/**
 * Rows of quantities under headings: topics, and within them a heading of its own for every metric that has several rows,
 * so that its name is read once.
 *
 * @param wording words of the trial
 * @param cells the cells of a quantity
 */
record CharacteristicGroups(Wording wording, Function<Characteristic, List<Table.Cell>> cells) {
    /** The groups of quantities that are in the order of {@link Characteristic#of}. */
    List<Table.Group> of(List<Characteristic> all) {
        List<Table.Group> groups = new ArrayList<>();
        for (Topic topic : Topic.values()) {
            List<Characteristic> here = all.stream()
                    .filter(one -> wording.topic(one.metric()) == topic)
                    .toList();
            if (!here.isEmpty()) {
                addTopic(topic, here, groups);
            }
        }
        return groups;
    }

    private void addTopic(Topic topic, List<Characteristic> here, List<Table.Group> groups) {
        List<Table.Row> singles = new ArrayList<>();
        groups.add(new Table.Group(topic.title(), "topic", singles));
        int from = 0;
        while (from < here.size()) {
            int to = from + 1;
            while (to < here.size()
                    && here.get(to).label(wording).equals(here.get(from).label(wording))) {
                to++;
            }
            if (to - from == 1) {
                Characteristic one = here.get(from);
                singles.add(new Table.Row(one.label(wording), one.where(wording), cells.apply(one)));
            } else {
                groups.add(metric(here.subList(from, to)));
                singles = new ArrayList<>();
                groups.add(new Table.Group("", "metric", singles));
            }
            from = to;
        }
        groups.removeIf(group -> group.title().isEmpty() && group.rows().isEmpty());
    }

    private Table.Group metric(List<Characteristic> same) {
        List<Table.Row> rows = new ArrayList<>();
        for (Characteristic one : same) {
            String where = one.where(wording);
            rows.add(new Table.Row(where.isEmpty() ? "overall" : where, "", cells.apply(one)));
        }
        return new Table.Group(same.get(0).label(wording), "metric", rows);
    }
}
