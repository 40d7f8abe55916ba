/* Where the panel of a race stands: in a corner of the field. */
#include "view/projection.h"
#include "view/race_panel.h"
#include "view/race_parts.h"

enum {
    EDGES = 2,        /* rows, or columns, of both edges */
    NAMES = 1,        /* rows of the columns' names */
    BESIDE_START = 1, /* columns that stay free beside the start */
    CORNERS = 4,
    END_COST = 2      /* of an end that is covered, in forms of the table */
};

bool race_box_covers(const struct race_box *box, int row, int column, int beside)
{
    return row >= box->row && row < box->row + box->height && column >= box->column - beside &&
           column < box->column + box->width + beside;
}

struct race_box race_box_make(const struct race_table *table, const struct race_form *form)
{
    return (struct race_box){ .height = (int)table->count + NAMES + EDGES,
                              .width = race_table_width(table, form) + 2 * (form->gap - 1) + EDGES,
                              .form = form };
}

static bool covers_place(const struct race_box *box, const struct projection *area,
                         const double place[AXES], int beside)
{
    int row;
    int column;
    return projection_cell(area, place, &row, &column) &&
           race_box_covers(box, row, column, beside);
}

/* How much it costs that the box stands there; less than 0 where it must not. */
static int cost_of(const struct race_box *box, const struct frame *frame,
                   const struct projection *area)
{
    const struct race_table *race = frame->race;
    int cost = covers_place(box, area, frame->viewport->probe, 0) ? END_COST : 0;
    if (covers_place(box, area, race->start, BESIDE_START))
        return -1;
    for (size_t i = 0; i < race->count; i++)
        cost += covers_place(box, area, race->rows[i].end, 0) ? END_COST : 0;
    return cost;
}

/* How many places of the walks the box covers, of those that their trails keep. */
static size_t count_places(const struct race_box *box, const struct frame *frame,
                           const struct projection *area)
{
    size_t count = 0;
    for (size_t i = 0; i < frame->race->count; i++) {
        const struct trail *trail = &frame->trails[frame->race->rows[i].trail];
        for (size_t j = 0; j < trail->count; j++)
            count += covers_place(box, area, trail->places[j], 0);
    }
    return count;
}

/* Put a box that fits into a corner: on the right before the left, above before below. */
static void move_to_corner(struct race_box *box, const struct projection *area, int corner)
{
    box->column = corner < CORNERS / 2 ? area->columns - box->width : 0;
    box->row = corner % 2 == 0 ? 0 : area->rows - box->height;
}

bool race_box_place(const struct frame *frame, struct race_box *box)
{
    struct projection area = projection_make(frame->viewport, &frame->layout);
    int least = -1;
    size_t fewest = 0;
    for (int form = 0; form < RACE_FORMS; form++) {
        struct race_box tried = race_box_make(frame->race, race_form_at((size_t)form));
        if (tried.width > area.columns || tried.height > area.rows)
            continue;
        for (int corner = 0; corner < CORNERS; corner++) {
            move_to_corner(&tried, &area, corner);
            int cost = cost_of(&tried, frame, &area);
            if (cost < 0 || (least >= 0 && cost + form > least))
                continue;
            size_t places = count_places(&tried, frame, &area);
            if (cost + form == least && places >= fewest)
                continue;
            least = cost + form;
            fewest = places;
            *box = tried;
        }
    }
    return least >= 0;
}

bool frame_race_fits(const struct frame *frame)
{
    struct race_box box;
    return race_box_place(frame, &box);
}

/* Whether the box has room wherever the start is: on both sides of the middle, or above it. */
static bool has_room(const struct layout *layout, const void *something)
{
    const struct race_box *box = something;
    int across = layout_field_columns(layout);
    if (layout->samples_up >= 2 * box->height)
        return across >= box->width;
    return layout->samples_up >= box->height && (across - 1) / 2 - BESIDE_START >= box->width;
}

void frame_race_need(const struct frame *frame, int *columns, int *rows)
{
    struct race_box box = race_box_make(frame->race, race_form_at(RACE_FORMS - 1));
    layout_need(&frame->layout, has_room, &box, columns, rows);
}
