using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Features.Calls;
using Dialoogtafel.Web.Features.Invitations;
using Dialoogtafel.Web.Features.Links;
using Dialoogtafel.Web.Features.MyTable;
using Dialoogtafel.Web.Features.MyTable.Questions;
using Dialoogtafel.Web.Features.Parties;
using Dialoogtafel.Web.Features.Post;
using Dialoogtafel.Web.Features.Recruiting;
using Dialoogtafel.Web.Features.Sending;
using Dialoogtafel.Web.Features.Shared;
using Dialoogtafel.Web.Features.SignIn;
using Dialoogtafel.Web.Features.TableDetails;
using Dialoogtafel.Web.Features.Tables;
using Dialoogtafel.Web.Features.TableSeries;
using Dialoogtafel.Web.Rights;
using Dialoogtafel.Web.Settings;

namespace Dialoogtafel.Web.Features;

/// <summary>What the features register, one line each.</summary>
public static class FeatureServices
{
    public static IServiceCollection AddFeatures(this IServiceCollection services)
    {
        services.AddScoped(NavigationOf);
        services.AddScoped(FactsOf);
        services.AddScoped<SignInDesk>();
        services.AddScoped<SecondStep.PasskeyDesk>();
        services.AddScoped<SecondStep.AddedKey>();
        services.AddScoped<AnswerDesk>();
        services.AddScoped<KnownPeople>();
        services.AddScoped<InvitationGaps>();
        services.AddScoped<Substitutes>();
        services.AddScoped<SubscriptionDesk>();
        services.AddScoped<RemovalDesk>();
        services.AddScoped<Newsletters.NewsletterReader>();
        services.AddScoped<KeepInformed.KeepInformedDesk>();
        services.AddScoped<PreparationReader>();
        services.AddScoped<TablePreparationReader>();
        services.AddScoped<PreparationCounter>();
        services.AddScoped<QuestionSets.QuestionSetsReader>();
        services.AddScoped<INextStepSource, QuestionSets.QuestionSteps>();
        services.AddScoped<AnswerOverview.OverviewReader>();
        services.AddScoped<INextStepSource, AnswerOverview.ReadingSteps>();
        services.AddScoped<ProgrammeLine>();
        services.AddScoped<ActionLines>();
        services.AddScoped<INewsletterBlockSource, FinishedActions>();
        services.AddScoped<INewsletterBlockSource, SuccessNotes>();
        services.AddScoped<ActionCalls>();
        services.AddScoped<Actions.ActionPeople>();
        services.AddScoped<Actions.ActionReader>();
        services.AddScoped<INextStepSource, Actions.ActionSteps>();
        services.AddScoped<AfterLine>();
        services.AddScoped<FetchDesk>();
        services.AddScoped<ContactDesk>();
        services.AddScoped<ReportSight>();
        services.AddScoped<AfterTable.AfterTableReader>();
        services.AddScoped<AfterTable.AfterSteps>();
        services.AddScoped<AfterTable.TeamLookBackReader>();
        services.AddScoped<INextStepSource, AfterTable.AfterNextSteps>();
        services.AddScoped<ReportReading>();
        services.AddScoped<EarlierTables>();
        services.AddScoped<TableReports.ReportFactsReader>();
        services.AddScoped<TableReports.ReportReader>();
        services.AddScoped<TableReports.ReportDesk>();
        services.AddScoped<TableProgramme.ProgrammeReader>();
        services.AddScoped<TableProgramme.HandOverDesk>();
        services.AddScoped<TableDetails.DutyHistory>();
        services.AddScoped<INextStepSource, TableProgramme.ProgrammeSteps>();
        services.AddScoped<AnswerKeeper>();
        services.AddScoped<NeedsDesk>();
        services.AddScoped<NeedsCounter>();
        services.AddScoped<DossierReader>();
        services.AddScoped<Persons.PersonWriter>();
        services.AddScoped<Persons.AddressChange>();
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
        services.AddScoped<Persons.PersonReader>();
        services.AddScoped<Addresses.AddressesToMend>();
        services.AddScoped<INextStepSource, Addresses.AddressesToMend>();
        services.AddScoped<Team.TeamDesk>();
        services.AddScoped<Status.SiteHealth>();
        services.AddHealthChecks().AddCheck<Status.SiteHealth>("ready");
        services.AddSingleton<NightQuestion>();
        services.AddScoped<SendingRound>();
        services.AddScoped<InvitationSender>();
        services.AddScoped<SeriesList>();
        services.AddScoped<INextStepSource, SeriesSteps>();
        services.AddScoped<PartyPlan>();
        services.AddScoped<TableReader>();
        services.AddScoped<TableNeeds.TellingReader>();
        services.AddScoped<TableNeeds.TableNeedsReader>();
        services.AddScoped<TableNeeds.SpokenNeedsReader>();
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
