using Dialoogtafel.Web.Access;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Modules.Actions;
using Dialoogtafel.Web.Modules.Actions.TeamPages;
using Dialoogtafel.Web.Modules.Admin;
using Dialoogtafel.Web.Modules.Admin.MailLog;
using Dialoogtafel.Web.Modules.Admin.Sending;
using Dialoogtafel.Web.Modules.Admin.Status;
using Dialoogtafel.Web.Modules.AfterTable;
using Dialoogtafel.Web.Modules.AfterTable.Contacts;
using Dialoogtafel.Web.Modules.AfterTable.Reports;
using Dialoogtafel.Web.Modules.AfterTable.WhoWasThere;
using Dialoogtafel.Web.Modules.CallList;
using Dialoogtafel.Web.Modules.Invitations;
using Dialoogtafel.Web.Modules.Invitations.Board;
using Dialoogtafel.Web.Modules.Invitations.Calls;
using Dialoogtafel.Web.Modules.Invitations.OneInvitation;
using Dialoogtafel.Web.Modules.MyTable;
using Dialoogtafel.Web.Modules.MyTable.LinkAgain;
using Dialoogtafel.Web.Modules.MyTable.Questions;
using Dialoogtafel.Web.Modules.Newsletter;
using Dialoogtafel.Web.Modules.Newsletter.MyNewsletter;
using Dialoogtafel.Web.Modules.Newsletter.Subscribe;
using Dialoogtafel.Web.Modules.Newsletter.Writing;
using Dialoogtafel.Web.Modules.People;
using Dialoogtafel.Web.Modules.People.Addresses;
using Dialoogtafel.Web.Modules.People.Dossiers;
using Dialoogtafel.Web.Modules.People.OnePerson;
using Dialoogtafel.Web.Modules.Preparation;
using Dialoogtafel.Web.Modules.Preparation.Overview;
using Dialoogtafel.Web.Modules.Preparation.QuestionSets;
using Dialoogtafel.Web.Modules.Series.AllSeries;
using Dialoogtafel.Web.Modules.Series.Parties;
using Dialoogtafel.Web.Modules.Tables;
using Dialoogtafel.Web.Modules.Tables.Details;
using Dialoogtafel.Web.Modules.Tables.OneTable;
using Dialoogtafel.Web.Modules.Tables.PracticalNeeds;
using Dialoogtafel.Web.Modules.Tables.Programmes;
using Dialoogtafel.Web.Modules.Team.Members;
using Dialoogtafel.Web.Modules.Team.SecondFactor;
using Dialoogtafel.Web.Modules.Team.SignIn;
using Dialoogtafel.Web.Options;
using Dialoogtafel.Web.Pages;

namespace Dialoogtafel.Web.Hosting;

/// <summary>What the features register, one line each.</summary>
public static class FeatureServices
{
    public static IServiceCollection AddFeatures(this IServiceCollection services)
    {
        services.AddScoped(NavigationOf);
        services.AddScoped(FactsOf);
        services.AddScoped<SignInDesk>();
        services.AddScoped<PasskeyDesk>();
        services.AddScoped<AddedKey>();
        services.AddScoped<AnswerDesk>();
        services.AddScoped<KnownPeople>();
        services.AddScoped<InvitationGaps>();
        services.AddScoped<Substitutes>();
        services.AddScoped<SubscriptionDesk>();
        services.AddScoped<RemovalDesk>();
        services.AddScoped<NewsletterReader>();
        services.AddScoped<KeepInformedDesk>();
        services.AddScoped<PreparationReader>();
        services.AddScoped<TablePreparationReader>();
        services.AddScoped<PreparationCounter>();
        services.AddScoped<QuestionSetsReader>();
        services.AddScoped<INextStepSource, QuestionSteps>();
        services.AddScoped<OverviewReader>();
        services.AddScoped<INextStepSource, ReadingSteps>();
        services.AddScoped<ProgrammeLine>();
        services.AddScoped<ActionLines>();
        services.AddScoped<INewsletterBlockSource, FinishedActions>();
        services.AddScoped<INewsletterBlockSource, SuccessNotes>();
        services.AddScoped<ActionCalls>();
        services.AddScoped<ActionPeople>();
        services.AddScoped<ActionReader>();
        services.AddScoped<INextStepSource, ActionSteps>();
        services.AddScoped<AfterLine>();
        services.AddScoped<FetchDesk>();
        services.AddScoped<ContactDesk>();
        services.AddScoped<ReportSight>();
        services.AddScoped<AfterTableReader>();
        services.AddScoped<AfterSteps>();
        services.AddScoped<TeamLookBackReader>();
        services.AddScoped<INextStepSource, AfterNextSteps>();
        services.AddScoped<ReportReading>();
        services.AddScoped<EarlierTables>();
        services.AddScoped<ReportFactsReader>();
        services.AddScoped<ReportReader>();
        services.AddScoped<ReportDesk>();
        services.AddScoped<ProgrammeReader>();
        services.AddScoped<HandOverDesk>();
        services.AddScoped<DutyHistory>();
        services.AddScoped<INextStepSource, ProgrammeSteps>();
        services.AddScoped<AnswerKeeper>();
        services.AddScoped<NeedsDesk>();
        services.AddScoped<NeedsCounter>();
        services.AddScoped<DossierReader>();
        services.AddScoped<PersonWriter>();
        services.AddScoped<AddressChange>();
        services.AddScoped<LinkGate>();
        services.AddScoped<MyTableGate>();
        services.AddScoped<SeeAgainMail>();
        services.AddScoped<QuestionGate>();
        services.AddScoped<PreparationKeeper>();
        services.AddScoped<AnswerShower>();
        services.AddScoped<LinkAgain>();
        services.AddScoped<InvitationReader>();
        services.AddScoped<BoardReader>();
        services.AddScoped<INextStepSource, RecruitingSteps>();
        services.AddScoped<CallListReader>();
        services.AddScoped<CallWords>();
        services.AddScoped<CancellationWords>();
        services.AddScoped<CallDesk>();
        services.AddScoped<CallPageReader>();
        services.AddScoped<INextStepSource, CallSteps>();
        services.AddScoped<SendingDesk>();
        services.AddScoped<PauseReader>();
        services.AddScoped<INextStepSource, PauseStep>();
        services.AddScoped<PostDesk>();
        services.AddScoped<INextStepSource, PostNextStep>();
        services.AddScoped<PersonReader>();
        services.AddScoped<AddressesToMend>();
        services.AddScoped<INextStepSource, AddressesToMend>();
        services.AddScoped<TeamDesk>();
        services.AddScoped<SiteHealth>();
        services.AddHealthChecks().AddCheck<SiteHealth>("ready");
        services.AddSingleton<NightQuestion>();
        services.AddScoped<SendingRound>();
        services.AddScoped<InvitationSender>();
        services.AddScoped<SeriesList>();
        services.AddScoped<INextStepSource, SeriesSteps>();
        services.AddScoped<PartyPlan>();
        services.AddScoped<TableReader>();
        services.AddScoped<TellingReader>();
        services.AddScoped<TableNeedsReader>();
        services.AddScoped<SpokenNeedsReader>();
        services.AddScoped<TableChange>();
        services.AddScoped<TablePeople>();
        return services;
    }

    /// <summary>The left navigation: at most seven entries, those that this person may open.</summary>
    private static TeamNavigation NavigationOf(IServiceProvider services)
    {
        var actor = services.GetRequiredService<IHttpContextAccessor>().HttpContext is { } http ? Actor.Of(http) : null;
        return actor is null
            ? new TeamNavigation([], null)
            : new TeamNavigation([.. TeamMenu.For(actor)], actor.Person.FirstName);
    }

    private static InstallationFacts FactsOf(IServiceProvider services)
    {
        var row = services
            .GetRequiredService<DialoogtafelDb>()
            .Installation.Select(item => new { item.OrganisationName, item.Phone })
            .Single();
        return new InstallationFacts(NullIfEmpty(row.OrganisationName), NullIfEmpty(row.Phone), null);
    }

    private static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;
}
