using Dialoogtafel.Domain.AfterTable;
using Dialoogtafel.Domain.Series;

namespace Dialoogtafel.Domain.Tests.AfterTable;

/// <summary>A report is agreed to by both, sent as it stood, and every change asks again.</summary>
public sealed class TableReportTests
{
    private const int Process = 1;
    private const int Content = 2;
    private static readonly DateTime Now = new(2026, 12, 4, 9, 0, 0, DateTimeKind.Utc);
    private readonly Gathering table = Gathering.Of(GatheringKind.DialogueTable(), 1);
    private readonly TableReport report = new() { GatheringId = 1, MadeAt = Now };

    public TableReportTests()
    {
        (table.ProcessFacilitatorId, table.ContentFacilitatorId) = (Process, Content);
        report.Write(Text("een"), Process, Now);
    }

    [Fact]
    public void One_akkoord_is_not_enough_and_a_change_takes_both_back()
    {
        report.Agree(table, Process, Process, null, Now);
        Assert.Throws<DomainRuleException>(() => report.Send(table, Now));
        report.Agree(table, Content, Content, null, Now);
        Assert.True(report.IsAgreed(table));

        report.Write(Text("twee"), Content, Now);

        Assert.Equal([Process, Content], report.Missing(table));
    }

    [Fact]
    public void Nobody_else_agrees_and_on_behalf_only_with_a_reason()
    {
        Assert.Throws<DomainRuleException>(() => report.Agree(table, 9, 9, null, Now));
        Assert.Equal(
            "Reason",
            Assert.Throws<DomainRuleException>(() => report.Agree(table, Content, 9, null, Now)).Field
        );
        report.Agree(table, Content, 9, Text("niet bereikbaar"), Now);
        Assert.Equal([Process], report.Missing(table));
    }

    [Fact]
    public void Who_takes_over_agrees_anew()
    {
        Agreed();
        table.ReserveFacilitatorId = 3;
        table.HandOver(process: true, new Appointer(9, true, true, false), answered: false, Now);
        Assert.Equal([3], report.Missing(table));
    }

    [Fact]
    public void The_same_text_again_is_the_same_edition_and_taking_back_the_first_closes_it()
    {
        Agreed();
        report.Send(table, Now);
        Assert.Equal((1, 1, true), (report.Edition, report.Sendings, report.IsOut));
        report.Recall();
        Assert.False(report.IsOut);

        report.Send(table, Now);
        report.Write(Text("twee"), Process, Now.AddHours(1));
        Assert.True(report is { IsOut: true, ChangedSinceSent: true });
        Assert.Equal(Text("een"), report.SentWords);
    }

    private void Agreed()
    {
        report.Agree(table, Process, Process, null, Now);
        report.Agree(table, Content, Content, null, Now);
    }

    private static SealedText Text(string words) => new(System.Text.Encoding.UTF8.GetBytes(words));
}
