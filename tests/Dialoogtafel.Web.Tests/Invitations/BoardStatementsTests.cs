using System.Data.Common;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Tests.Rig;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace Dialoogtafel.Web.Tests.Invitations;

/// <summary>The recruiting board asks the database as often for 2,000 people as for 20.</summary>
public sealed class BoardStatementsTests
{
    [Fact]
    public async Task The_board_sends_as_many_statements_for_two_thousand_people_as_for_twenty()
    {
        var counter = new StatementCounter();
        using var site = new Site().With(services =>
            services.ConfigureDbContext<DialoogtafelDb>(options => options.AddInterceptors(counter))
        );
        var world = await World.On(site);
        var organiser = await site.SignedInAsync(world.OrganiserPerson);

        await InviteAsync(world, 20);
        await BoardAsync(organiser, world, people: 20);
        var forTwenty = await counter.During(() => BoardAsync(organiser, world, people: 20));
        await InviteAsync(world, 1_980);
        var forTwoThousand = await counter.During(() => BoardAsync(organiser, world, people: 2_000));

        Assert.True(forTwenty > 0, "nothing was counted");
        Assert.Equal(forTwenty, forTwoThousand);
    }

    [Fact]
    public async Task The_list_to_call_sends_as_many_statements_for_two_hundred_people_as_for_twenty()
    {
        var counter = new StatementCounter();
        using var site = new Site().With(services =>
            services.ConfigureDbContext<DialoogtafelDb>(options => options.AddInterceptors(counter))
        );
        var world = await World.On(site);
        await InviteAsync(world, 20);
        site.Clock.Move(TimeSpan.FromDays(2));
        var organiser = await site.SignedInAsync(world.OrganiserPerson);

        await ListAsync(organiser, people: 20);
        var forTwenty = await counter.During(() => ListAsync(organiser, people: 20));
        await InviteAsync(world, 180);
        site.Clock.Move(TimeSpan.FromDays(2));
        var forTwoHundred = await counter.During(() => ListAsync(organiser, people: 200));

        Assert.True(forTwenty > 0, "nothing was counted");
        Assert.Equal(forTwenty, forTwoHundred);
    }

    [Fact]
    public async Task The_counter_sees_a_query_for_each_person()
    {
        var counter = new StatementCounter();
        using var site = new Site().With(services =>
            services.ConfigureDbContext<DialoogtafelDb>(options => options.AddInterceptors(counter))
        );
        var world = await World.On(site);
        await InviteAsync(world, 20);

        var counted = await counter.During(() =>
            site.Db(async db =>
            {
                foreach (var id in await db.Invitations.Select(item => item.Id).ToListAsync())
                {
                    await db.Invitations.AsNoTracking().SingleAsync(item => item.Id == id);
                }
            })
        );

        Assert.Equal(21, counted);
    }

    /// <summary>Spread over all perspectives, so that every row of the board has people.</summary>
    private static Task InviteAsync(World world, int count) =>
        world.Invite([
            .. Enumerable
                .Range(1, count)
                .Select(number =>
                    (
                        $"Naam{number}",
                        world.Perspectives.Keys.ElementAt(number % world.Perspectives.Count),
                        (string?)$"naam{number}@deelnemer.test",
                        (string?)null
                    )
                ),
        ]);

    private static async Task ListAsync(HttpClient organiser, int people) =>
        Assert.Equal(people, (await organiser.PageAsync("/te-bellen")).QuerySelectorAll(".calls > li").Length);

    private static async Task BoardAsync(HttpClient organiser, World world, int people)
    {
        var board = await organiser.PageAsync($"/bijeenkomsten/{world.Table}/werving");
        Assert.Equal(people, board.QuerySelectorAll("li.person").Length);
    }

    private sealed class StatementCounter : DbCommandInterceptor
    {
        private int count;

        public async Task<int> During(Func<Task> act)
        {
            var before = Volatile.Read(ref count);
            await act();
            return Volatile.Read(ref count) - before;
        }

        public override DbCommand CommandInitialized(CommandEndEventData eventData, DbCommand result)
        {
            Interlocked.Increment(ref count);
            return result;
        }
    }
}
