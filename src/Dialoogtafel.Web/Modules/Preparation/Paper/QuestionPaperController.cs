using Dialoogtafel.Domain.Invitations;
using Dialoogtafel.Domain.People;
using Dialoogtafel.Domain.Preparation;
using Dialoogtafel.Domain.Series;
using Dialoogtafel.Web.Access;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Modules.Series;
using Dialoogtafel.Web.Options;
using Dialoogtafel.Web.Pages;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Modules.Preparation.Paper;

/// <summary>
/// Prints the questions with room to write, in the order of the screen. Shows no answer.
/// </summary>
[May(Who.Recruiters, Scope.Gathering)]
public sealed class QuestionPaperController(
    DialoogtafelDb db,
    InstallationFacts facts,
    WallClock wall,
    TimeProvider clock
) : TeamController(clock)
{
    /// <param name="uitnodiging">For whom; without it a blank form for everybody at the table.</param>
    [HttpGet("bijeenkomsten/{id:int}/vragen/papier")]
    public async Task<IActionResult> Show(int id, int? uitnodiging, CancellationToken stop)
    {
        var invitation = uitnodiging is null
            ? null
            : await db
                .Invitations.AsNoTracking()
                .Include(item => item.Person)
                .SingleOrDefaultAsync(item => item.Id == uitnodiging && item.GatheringId == id, stop);
        if (uitnodiging is not null && invitation is null)
        {
            return NotFound();
        }

        var table = await db
            .Gatherings.AsNoTracking()
            .Include(item => item.Series)
            .Include(item => item.Location)
            .Include(item => item.ProcessFacilitator)
            .Include(item => item.ContentFacilitator)
            .Include(item => item.ReserveFacilitator)
            .Include(item => item.ContactPerson)
            .SingleAsync(item => item.Id == id, stop);
        var all = await db
            .QuestionSets.AsNoTracking()
            .Include(item => item.Questions)
            .Where(item => item.GatheringId == id)
            .OrderBy(item => item.Place)
            .ThenBy(item => item.Id)
            .AsSplitQuery()
            .ToListAsync(stop);
        var sets = all.Where(set =>
                invitation is null
                    ? set is { PerspectiveId: null, Role: not ParticipationRole.Informant }
                    : set.IsFor(invitation)
            )
            .ToList();
        return View("Show", Page(table, invitation, all, sets));
    }

    private QuestionPaperPage Page(
        Gathering table,
        Invitation? invitation,
        List<QuestionSet> all,
        List<QuestionSet> sets
    )
    {
        var language = invitation?.Person!.Language ?? "nl";
        var distance = invitation is not null && QuestionSet.RoleOf(invitation) == ParticipationRole.Informant;
        var asked = sets.SelectMany(set =>
                set.Questions.Where(item => item.IsAsked)
                    .OrderBy(item => item.Place)
                    .ThenBy(item => item.Id)
                    .Select(question => new AskedQuestion(set, question))
            )
            .ToList();
        var along = sets.FindAll(set => set.Mode == PreparationMode.BringAlong).Count;
        return new QuestionPaperPage
        {
            Id = table.Id,
            Invitation = invitation?.Id,
            Name = invitation?.Person!.FullName,
            Language = language,
            Title = TableTrack.TitleOf(table.Number, table.Focus),
            Subject = table.Series!.Subject,
            Start = wall.Local(table.StartsAt),
            Place = table.Location?.Name,
            Readers = PeopleInWords.FacilitatorsOf(table),
            Contact = table.ContactPerson?.FullName ?? facts.OrganisationName,
            Phone = table.ContactPerson?.Phone ?? facts.Phone,
            BringAlong = along > 0 && along == sets.Count,
            Mixed = along > 0 && along < sets.Count,
            Questions =
            [
                .. asked.Select(
                    (item, at) =>
                        Line(
                            item,
                            item.Question.TakesAnswer
                                ? asked.Take(at + 1).Count(other => other.Question.TakesAnswer)
                                : null,
                            distance,
                            language
                        )
                ),
            ],
            Left = invitation is null ? [.. all.Except(sets).Select(set => set.Name)] : [],
            StandIn = table.StandIn()?.FullName,
        };
    }

    private static PaperQuestion Line(AskedQuestion asked, int? number, bool distance, string language)
    {
        var words = asked.Question.Wording;
        return new PaperQuestion(
            number,
            asked.Question.Kind,
            number is not null && asked.Set.Mode == PreparationMode.BringAlong,
            words.TextFor(distance).In(language),
            words.Help.In(language),
            words.Options.LinesIn(language)
        );
    }
}
