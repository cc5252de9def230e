using Dialoogtafel.Domain.Preparation;

namespace Dialoogtafel.Web.Modules.Preparation.Overview;

/// <summary>The same answers in three orders. Within each, questions stand in the order of asking.</summary>
internal static class OverviewOrders
{
    public static IReadOnlyList<OverviewPart> ByQuestion(TablePreparation table, IReadOnlyList<AnswerView> answers) =>
        [
            .. Questions(table)
                .Select(item => new OverviewPart(
                    item.Question.Wording.Text.Nl,
                    [Group(null, item, table.People, answers)]
                ))
                .Where(Says),
        ];

    public static IReadOnlyList<OverviewPart> ByPerspective(
        TablePreparation table,
        IReadOnlyList<AnswerView> answers
    ) =>
        [
            .. table
                .People.GroupBy(person => person.Invitation.Perspective!.Name)
                .OrderBy(group => group.Key, StringComparer.CurrentCulture)
                .Select(group => new OverviewPart(
                    group.Key,
                    [
                        .. Questions(table)
                            .Select(item => Group(item.Question.Wording.Text.Nl, item, [.. group], answers))
                            .Where(Says),
                    ]
                ))
                .Where(Says),
        ];

    public static IReadOnlyList<OverviewPart> ByPerson(TablePreparation table, IReadOnlyList<AnswerView> answers) =>
        [
            .. table
                .People.Select(person => new OverviewPart(
                    person.Invitation.Person!.FullName,
                    [
                        .. Questions(table)
                            .Select(item =>
                                Group(
                                    item.Question.Wording.TextFor(person.Own.AtDistance).Nl,
                                    item,
                                    [person],
                                    answers
                                ) with
                                {
                                    Side = item.Question.Subject is QuestionSubject.Fetch or QuestionSubject.Bring,
                                }
                            )
                            .Where(Says),
                    ]
                ))
                .Where(Says),
        ];

    /// <summary>
    /// The first unread one after the one that was read last, in the order of the page; from the top when there is none
    /// after it.
    /// </summary>
    public static int? Continue(IReadOnlyList<OverviewPart> parts, int? last)
    {
        var all = parts.SelectMany(part => part.Groups).SelectMany(group => group.Answers).ToList();
        var from = all.FindIndex(item => item.Id == last) + 1;
        return all.Skip(from).Concat(all.Take(from)).FirstOrDefault(item => item.Reading != Reading.Read)?.Id;
    }

    private static OverviewGroup Group(
        string? title,
        AskedQuestion asked,
        IReadOnlyList<PersonPreparation> people,
        IReadOnlyList<AnswerView> answers
    )
    {
        var here = people.Select(item => item.Invitation.Id).ToHashSet();
        return new OverviewGroup(
            title,
            asked.Question.IsAsked ? null : "Deze vraag wordt niet meer gesteld.",
            people.Sum(item => item.Kept(asked)),
            false,
            [.. answers.Where(item => item.Question == asked.Question.Id && here.Contains(item.Invitation))]
        );
    }

    private static IEnumerable<AskedQuestion> Questions(TablePreparation table) =>
        table.Sets.SelectMany(set =>
            set.Questions.Where(item => item.TakesAnswer)
                .OrderBy(item => item.Place)
                .ThenBy(item => item.Id)
                .Select(question => new AskedQuestion(set, question))
        );

    private static bool Says(OverviewPart part) => part.Groups.Any(Says);

    private static bool Says(OverviewGroup group) => group.Answers.Count + group.Kept > 0;
}
