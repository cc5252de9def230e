using System.Collections.Concurrent;
using System.Data.Common;
using Dialoogtafel.Domain.Outbox;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Modules.Team.Mails;
using Dialoogtafel.Web.Outbox;
using Dialoogtafel.Web.Tests.Rig;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace Dialoogtafel.Web.Tests.Outbox;

/// <summary>Several connections at once, and what they may never do.</summary>
public sealed class LanesTests
{
    private static readonly string[] Guests =
    [
        .. Enumerable.Range(1, 9).Select(number => $"gast{number}@plaats{number}.example"),
    ];

    [Fact]
    public async Task Three_mails_at_once_at_most_and_one_to_a_person_in_order()
    {
        await using var refusing = await RefusingWorld.NewAsync();
        await refusing.InviteAsync(Guests);
        foreach (var number in Enumerable.Range(1, 3))
        {
            await AgainAsync(refusing, Guests[0], $"nog een {number}");
        }

        var (open, most, doubled) = (new ConcurrentDictionary<string, int>(), 0, false);
        refusing.Sink.Rule = (step, address) =>
        {
            if (step == SmtpStep.Rcpt)
            {
                doubled |= open.AddOrUpdate(address, 1, (_, now) => now + 1) > 1;
            }

            if (step == SmtpStep.Dot)
            {
                // Lets the others come in.
                SpinWait.SpinUntil(() => open.Values.Sum() >= 3, 50);
                most = Math.Max(most, open.Values.Sum());
                open.AddOrUpdate(address, 0, (_, now) => now - 1);
            }

            return null;
        };
        await refusing.PumpAsync(afterMinutes: 5);

        Assert.Equal((3, false), (most, doubled));
        Assert.Equal(12, refusing.Taken.Count);
        var first = refusing.Sink.Taken.Where(mail => mail.To[0] == Guests[0]).Select(mail => mail.Text).ToList();
        Assert.All(Enumerable.Range(1, 3), number =>
            Assert.Contains($"nog een {number}", first[number], StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task A_server_that_takes_one_connection_gets_one()
    {
        await using var refusing = await RefusingWorld.NewAsync();
        await refusing.InviteAsync(Guests);
        refusing.Sink.At(SmtpStep.Greeting, null, new SinkAct.Say("421 4.3.2 too many connections"));

        await refusing.PumpAsync(afterMinutes: 5);
        Assert.Equal(2, refusing.Sink.Connections);
        Assert.Equal(Guests.Length - 1, refusing.Taken.Count);

        await refusing.PumpAsync(afterMinutes: 5);
        Assert.Equal(Guests.Length, refusing.Taken.Distinct().Count());
        Assert.Equal(Guests.Length, refusing.Taken.Count);
    }

    [Theory]
    [InlineData("454 4.7.0 too many sessions of this account")]
    [InlineData("550 5.7.1 too many connections")]
    public async Task Whatever_words_refuse_a_second_connection_sending_goes_on_over_the_first(string reply)
    {
        await using var refusing = await RefusingWorld.NewAsync();
        await refusing.InviteAsync(Guests);
        refusing.Sink.At(SmtpStep.Auth, null, new SinkAct.Say(reply));

        await refusing.PumpAsync(afterMinutes: 5);
        Assert.Equal(Guests.Length - 1, refusing.Taken.Count);
        Assert.False(await refusing.Site.Db(db => db.SendingPauses.AnyAsync(pause => pause.Since != null)));

        await refusing.PumpAsync(afterMinutes: 5);
        Assert.Equal(Guests.Length, refusing.Taken.Distinct().Count());
    }

    [Fact]
    public async Task What_stops_a_run_takes_nothing_from_the_mails_that_were_sent()
    {
        var saboteur = new FailsOnce();
        await using var refusing = await RefusingWorld.NewAsync(
            new Site().With(services => services.ConfigureDbContext<DialoogtafelDb>(db => db.AddInterceptors(saboteur)))
        );
        await refusing.InviteAsync(Guests);
        refusing.Sink.Rule = (step, _) =>
        {
            saboteur.Fails |= step == SmtpStep.Dot && refusing.Taken.Count >= 4;
            return null;
        };
        await refusing.PumpAsync(afterMinutes: 5);
        Assert.True(saboteur.HasFailed);
        Assert.Empty(await refusing.InState(MailState.Sending));
        Assert.Equal(refusing.Taken.Count, (await refusing.InState(MailState.Sent)).Count);

        await refusing.PumpAsync();
        Assert.Equal(Guests.Length, refusing.Taken.Count);
        Assert.Equal(Guests.Length, refusing.Taken.Distinct().Count());
    }

    [Fact]
    public async Task A_server_that_refuses_the_first_is_not_asked_by_three()
    {
        await using var refusing = await RefusingWorld.NewAsync();
        await refusing.InviteAsync(Guests);
        refusing.Sink.Rule = (step, _) => step == SmtpStep.Mail ? "530 5.7.0 sign in first" : null;

        await refusing.PumpAsync(afterMinutes: 5);

        Assert.Equal((1, 1), (refusing.Tries, refusing.Sink.Connections));
    }

    [Fact]
    public async Task What_a_person_decided_meanwhile_about_one_takes_nothing_from_the_others()
    {
        await using var refusing = await RefusingWorld.NewAsync();
        await refusing.InviteAsync(Guests);
        refusing.Sink.Rule = (step, address) =>
        {
            if (step == SmtpStep.Dot && address == Guests[2])
            {
                Write(refusing, address);
            }

            return null;
        };

        await refusing.PumpAsync(afterMinutes: 5);

        Assert.Equal(["gast3"], await refusing.InState(MailState.Uncertain));
        Assert.Equal(Guests.Length - 1, (await refusing.InState(MailState.Sent)).Count);
        Assert.Equal(Guests.Length, refusing.Taken.Distinct().Count());
    }

    /// <summary>The look for the next mail fails once, when it is told to.</summary>
    private sealed class FailsOnce : DbCommandInterceptor
    {
        public bool Fails { get; set; }
        public bool HasFailed { get; private set; }

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command,
            CommandEventData data,
            InterceptionResult<DbDataReader> result,
            CancellationToken stop = default
        )
        {
            if (Fails && !HasFailed && command.CommandText.Contains("\"GivesWay\" =", StringComparison.Ordinal))
            {
                HasFailed = true;
                throw new InvalidOperationException("told to fail");
            }

            return ValueTask.FromResult(result);
        }
    }

    /// <summary>As if its lease had ended.</summary>
    private static void Write(RefusingWorld refusing, string address)
    {
        using var scope = refusing.Site.Services.CreateScope();
        scope
            .ServiceProvider.GetRequiredService<DialoogtafelDb>()
            .Mails.Where(mail => mail.Recipient == address)
            .ExecuteUpdate(mail => mail.SetProperty(item => item.State, MailState.Uncertain));
    }

    private static async Task AgainAsync(RefusingWorld refusing, string address, string word)
    {
        await using var scope = refusing.Site.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<DialoogtafelDb>();
        var person = await db.Persons.SingleAsync(item => item.Email == address);
        await scope
            .ServiceProvider.GetRequiredService<MailOutbox>()
            .AddAsync(
                new Letter
                {
                    Text = new WelcomeToTeamMail
                    {
                        FirstName = person.FirstName,
                        Project = word,
                        AddedBy = "Petra",
                        Link = new Uri("https://tafel.example/start"),
                    },
                    To = person,
                    Key = word,
                }
            );
        await db.SaveChangesAsync();
        refusing.Site.Clock.Move(TimeSpan.FromSeconds(1));
    }
}
